/** 邀请函: whoever has the code learns that the post would like to talk; with the word that staff said, about what. */
import { disputeLimits } from '../domain/dispute/policy';
import { CallError } from '../platform/call';
import { act, pageData, show, type, type FieldEvent } from '../platform/page';
import { emptyLetter, letterView, missingIn, type Letter, type LetterWords } from './letter.view';

/** What the word leads to. */
export interface LetterKind {
  readonly words: LetterWords;
  /** `caseId` for who is in already. */
  read(code: string): Promise<Letter & { caseId?: string }>;
  /** The reader is in, and goes on. */
  bind(code: string, word: string, attemptId: string): Promise<unknown>;
  /** Where who is in already goes on. */
  open(caseId: string): unknown;
}

/** Makes the page. */
export function letterPage(kind: LetterKind): void {
  Page({
    data: {
      ...pageData,
      most: disputeLimits,
      view: emptyLetter,
      /** Typed, when no card and no printed code led here. */
      code: '',
      word: '',
    },

    /** The code that is being looked at; empty while it is typed. */
    code: '',

    async onLoad({ code = '', scene = '' }) {
      this.code = code || decodeURIComponent(scene); // a mini-program code brings it as the scene
      await this.load();
    },
    async onRetry() {
      this.setData({ status: 'loading' });
      await this.load();
    },

    onType(event: FieldEvent) {
      type(this, event);
    },
    onCall() {
      void wx.makePhoneCall({ phoneNumber: this.data.view.phone, fail: () => undefined });
    },
    /** 换一个: another code, typed. */
    async onOther() {
      this.code = '';
      this.setData({ code: '', word: '' });
      await this.load();
    },
    async onOpen() {
      const [code, word] = [this.data.view.asksForCode ? this.data.code.trim() : this.code, this.data.word.trim()];
      const problems = missingIn(code, word);
      this.setData({ problems, problem: '' });
      if (Object.keys(problems).length > 0) return;
      const isIn = await act(this, 'bind', (attemptId) => kind.bind(code, word, attemptId));
      if (isIn || this.data.problem === '') return;
      const { problem, problems: wrong } = this.data;
      this.code = code;
      await this.load(); // how many tries are left, or that none is
      const { canOpen, left } = this.data.view;
      if (canOpen) this.setData({ problem, problems: { ...wrong, ...(wrong['word'] && { word: `${wrong['word']}${left}` }) } });
    },

    load(): Promise<void> {
      return show(this, async () => {
        if (this.code === '') return { view: emptyLetter };
        const letter = await kind.read(this.code).catch(unlessUnknown);
        if (letter?.state === 'mine' && letter.caseId !== undefined) kind.open(letter.caseId);
        return { view: letterView(letter, kind.words) };
      });
    },
  });
}

/** A code that was never one is no fault of the network: the page says so, and asks for another. */
function unlessUnknown(error: unknown): undefined {
  const code = error instanceof CallError ? error.failure?.code : undefined;
  if (code !== 'NOT_FOUND' && code !== 'INVALID_INPUT') throw error;
  return undefined;
}
