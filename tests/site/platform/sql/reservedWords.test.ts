import { findTidb, tidbEngine } from './engine';
import { RESERVED_WORDS } from './reservedWords';
import { onlyWith } from '../../../onlyWith';

const withTidb = onlyWith(findTidb());

withTidb(
  'the list of reserved words is the one of TiDB',
  async () => {
    const engine = await tidbEngine();
    const { rows } = await engine.execute(
      'SELECT WORD AS word FROM information_schema.keywords WHERE RESERVED = 1',
      [],
    );
    await engine.close();
    expect((rows as { word: string }[]).map(({ word }) => word).sort()).toEqual([...RESERVED_WORDS].sort());
  },
  60_000,
);
