import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { modelCacheFile } from '../../bot/cacheFolder.ts';
import { modelKey, takeKept, unpack } from '../../bot/knowledge/modelCache.ts';
import { loadKnowledge } from '../../knowledge/index.ts';

test('An installation ends with the model in the cache folder, for the knowledge as it is', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'iclei-prepare-'));
  try {
    const cacheFolder = join(folder, 'not', 'yet', 'there');
    await promisify(execFile)(process.execPath, ['--no-warnings', 'bot/prepare.ts'], {
      env: { PATH: process.env.PATH ?? '', CACHE_FOLDER: cacheFolder },
    });
    const loaded = await loadKnowledge('knowledge');
    const version = loaded.ok ? loaded.knowledge.version : '';
    const kept = await takeKept(modelCacheFile(cacheFolder), await modelKey(version), false);
    expect(kept && unpack(kept).learnt.rows.length).toBeGreaterThan(10_000);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);
