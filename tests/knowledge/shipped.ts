// The knowledge that is shipped, for tests that judge it as a whole.
import { fileURLToPath } from 'node:url';
import { formatFault, type KnowledgeBase, loadKnowledge } from '../../knowledge/index.ts';

export async function shippedKnowledge(): Promise<KnowledgeBase> {
  const loaded = await loadKnowledge(fileURLToPath(new URL('../../knowledge', import.meta.url)));
  if (!loaded.ok) throw new Error(loaded.faults.map(formatFault).join('\n'));
  return loaded.knowledge;
}
