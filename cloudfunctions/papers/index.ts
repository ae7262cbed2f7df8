import { serve } from '../_kit/dispatch';
import { listPapers } from './actions/list-papers';
import { makeDoorNote } from './actions/make-door-note';
import { makePaper } from './actions/make-paper';
import { openPaper } from './actions/open-paper';
import { clearDoorNotes } from './door-notes';

export const main = serve('papers', { 'papers.doorNote': makeDoorNote, 'papers.list': listPapers, 'papers.make': makePaper, 'papers.open': openPaper }, clearDoorNotes);
