import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import type { Flow, SinkKind } from './flow';

/** A node's block, in pixels. */
export type Block = { id: string; x: number; y: number; width: number; height: number };
type Ribbon = {
  source: string;
  sink: string;
  size: number;
  kind: SinkKind;
  path: string;
  thickness: number;
};
type FlowLayout = { height: number; blocks: Block[]; ribbons: Ribbon[] };

const BLOCK_WIDTH = 10;
/** Room for two lines of text beside a block, however thin. */
const GAP = 38;
const HEIGHT_A_NODE = 64;
const LOWEST = 220;

/** A node's id. It names the side, because a source and a sink may share an id. */
const at = (side: 'source' | 'sink', id: string) => `${side} ${id}`;

/** Lays out a flow within a width in pixels, blocks in the order given. */
export function layOutFlow({ sources, sinks, streams }: Flow, width: number): FlowLayout {
  const height = Math.max(LOWEST, HEIGHT_A_NODE * Math.max(sources.length, sinks.length));
  const kinds = new Map(sinks.map(({ id, kind }) => [id, kind]));
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
    nodes: [...sources.map(({ id }) => ({ id: at('source', id) })), ...sinks.map(({ id }) => ({ id: at('sink', id) }))],
    links: streams.map(({ source, sink, size }) => ({
      source: at('source', source),
      target: at('sink', sink),
      from: source,
      to: sink,
      size,
      value: size,
    })),
  });
  const pathOf = sankeyLinkHorizontal();
  return {
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
      sink: link.to,
      size: link.size,
      kind: kinds.get(link.to) ?? 'unlinked',
      path: pathOf(link) ?? '',
      thickness: Math.max(1, link.width ?? 0),
    })),
  };
}

export const sourceBlock = (layout: FlowLayout, id: string) =>
  layout.blocks.find((block) => block.id === at('source', id));
export const sinkBlock = (layout: FlowLayout, id: string) => layout.blocks.find((block) => block.id === at('sink', id));
