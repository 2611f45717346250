import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { Flow, TargetKind } from './flow';

/** A node's block, in pixels. */
export type Block = { id: string; x: number; y: number; width: number; height: number };
type Ribbon = {
  source: string;
  target: string;
  size: number;
  kind: TargetKind;
  path: string;
  thickness: number;
};
export type FlowPicture = { width: number; height: number; blocks: Block[]; ribbons: Ribbon[] };

const BLOCK_WIDTH = 10;
/** Room for two lines of text beside a block, however thin. */
const GAP = 38;
const HEIGHT_A_NODE = 64;
const LOWEST = 220;

/** A node's id. It names the side, because a source and a target may share an id. */
const at = (side: 'source' | 'target', id: string) => `${side} ${id}`;

/** Lays out a flow within a width in pixels, blocks in the order given. */
export function layOutFlow({ sources, targets, streams }: Flow, width: number): FlowPicture {
  const height = Math.max(LOWEST, HEIGHT_A_NODE * Math.max(sources.length, targets.length));
  const kinds = new Map(targets.map(({ id, kind }) => [id, kind]));
  const layOut = sankey<{ id: string }, { target: string; size: number; from: string; to: string }>()
    .nodeId(({ id }) => id)
    .nodeWidth(BLOCK_WIDTH)
    .nodePadding(GAP)
    .nodeSort(() => 0)
    .extent([
      [0, GAP / 2],
      [width, height - GAP / 2],
    ]);
  const graph = layOut({
    nodes: [
      ...sources.map(({ id }) => ({ id: at('source', id) })),
      ...targets.map(({ id }) => ({ id: at('target', id) })),
    ],
    links: streams.map(({ source, target, size }) => ({
      source: at('source', source),
      target: at('target', target),
      from: source,
      to: target,
      size,
      value: size,
    })),
  });
  const pathOf = sankeyLinkHorizontal();
  return {
    width,
    height,
    blocks: graph.nodes.map(({ id, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => ({
      id,
      x: x0,
      y: y0,
      width: x1 - x0,
      height: Math.max(1, y1 - y0),
    })),
    ribbons: graph.links.map((link) => ({
      source: link.from,
      target: link.to,
      size: link.size,
      kind: kinds.get(link.to) ?? 'unlinked',
      path: pathOf(link) ?? '',
      thickness: Math.max(1, link.width ?? 0),
    })),
  };
}

export const sourceBlock = (picture: FlowPicture, id: string) =>
  picture.blocks.find((block) => block.id === at('source', id));
export const targetBlock = (picture: FlowPicture, id: string) =>
  picture.blocks.find((block) => block.id === at('target', id));
