/** The root of every page: its look, its states, its problem line, and the privacy sheet for guests. */
import { currentLook, dressBars, onLookChange } from '../../platform/look';
import { askForConsentWith, type Needs } from '../../platform/session';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    /** A page's `Status`. The slot shows when this is `ready`, and nothing else does then. */
    status: { type: String, value: 'ready' },
    /** What went wrong last; above the content, or in its place when there is none. */
    problem: { type: String, value: '' },
    /** What an empty page says: what this is for, and what to do first. */
    emptyTitle: { type: String, value: '' },
    emptyNote: { type: String, value: '' },
    /** Leaves room for an <action-bar>. */
    hasBar: { type: Boolean, value: false },
  },

  data: {
    look: currentLook(),
    isAsking: false,
    needsPhone: false,
  },

  lifetimes: {
    attached() {
      this.show();
      this.stopListening = onLookChange(() => this.show());
    },
    detached() {
      this.stopListening();
      this.answer(false);
    },
  },

  pageLifetimes: {
    show() {
      this.show();
    },
  },

  methods: {
    stopListening: (): void => undefined,
    /** Answers whoever waits for the privacy sheet. */
    answer: (_isAgreed: boolean): void => undefined,

    onRetry() {
      this.triggerEvent('retry');
    },

    onAnswer({ detail }: WechatMiniprogram.CustomEvent<{ isAgreed: boolean }>) {
      this.setData({ isAsking: false });
      this.answer(detail.isAgreed);
    },

    show() {
      const look = currentLook();
      this.setData({ look });
      dressBars(look);
      askForConsentWith((needs) => this.ask(needs));
    },

    ask({ phone = false }: Needs): Promise<boolean> {
      return new Promise((resolve) => {
        this.answer = resolve;
        this.setData({ isAsking: true, needsPhone: phone });
      });
    },
  },
});
