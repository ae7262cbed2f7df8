/** 文书: what a dispute's record is printed as; what is missing is named, what is there is made and opened. */
import type { PaperKind, PaperRow } from '../../../../typings/contract/papers';
import { call } from '../../../platform/call';
import { openDocument } from '../../../platform/documents';
import { act, pageData, show } from '../../../platform/page';
import { doingWith, paperLines, type PaperLine } from './papers.view';

Page({
  data: { ...pageData, dispute: '', lines: [] as PaperLine[], chosen: null as PaperKind | null, mayMake: false, doing: doingWith(undefined, true) },

  id: '',
  papers: [] as PaperRow[],

  async onLoad({ id = '' }) {
    this.id = id;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },
  async onPullDownRefresh() {
    await this.load();
  },

  onChoose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: PaperKind }>) {
    this.choose(currentTarget.dataset.kind, this.data.mayMake);
  },
  async onDo() {
    const { doing } = this.data;
    if (doing.does === 'make') await this.make();
    else await this.open();
  },
  async onSecond() {
    await this.open();
  },

  /** Made, it is on the phone and open; the list shows that it is there even when the phone cannot open it. */
  async make() {
    const { chosen } = this.data;
    if (!chosen) return;
    await act(this, `make:${chosen}`, async (attemptId) => {
      const file = await call('papers.make', { id: this.id, kind: chosen }, attemptId);
      await this.load();
      await openDocument(file);
    });
  },
  async open() {
    const { chosen } = this.data;
    if (!chosen) return;
    await act(this, `open:${chosen}`, async () => openDocument(await call('papers.open', { id: this.id, kind: chosen })));
  },
  load(): Promise<void> {
    return show(this, async () => {
      const { dispute, papers, mayMake, now } = await call('papers.list', { id: this.id });
      this.papers = papers;
      this.choose(this.data.chosen, mayMake);
      return { dispute, mayMake, lines: paperLines(papers, now, mayMake), status: papers.length > 0 ? 'ready' : 'empty' };
    });
  },
  choose(kind: PaperKind | null, mayMake: boolean) {
    const paper = this.papers.find((each) => each.kind === kind);
    this.setData({ chosen: paper?.kind ?? null, doing: doingWith(paper, mayMake) });
  },
});
