/** 说说我这边的情况: by voice or in words, with photos. It stays on the phone until it has arrived. */
import type { PhotosChange } from '../../../components/photo-picker/photo-picker.view';
import type { VoiceChange } from '../../../components/voice-recorder/voice-recorder.view';
import { disputeLimits } from '../../../domain/dispute/policy';
import { call } from '../../../platform/call';
import { draftOf, dropDraft } from '../../../platform/drafts';
import { act, leave, pageData, show } from '../../../platform/page';
import { complain, keep, keepField, type FieldEvent } from '../../../platform/form';
import { emptySide, inputOf, problemsOf, type OwnSide } from './tell.view';

Page({
  data: { ...pageData, most: disputeLimits, form: emptySide },

  id: '',
  draftKey: '',

  async onLoad({ id = '' }) {
    this.id = id;
    this.draftKey = `tell:${id}`;
    await this.load();
  },
  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  onField(event: FieldEvent) {
    keepField(this, this.draftKey, event);
  },
  onVoice({ detail }: WechatMiniprogram.CustomEvent<VoiceChange>) {
    keep(this, this.draftKey, { voice: detail.voice });
  },
  onPhotos({ detail }: WechatMiniprogram.CustomEvent<PhotosChange>) {
    keep(this, this.draftKey, { photos: detail.photos });
  },
  async onSend() {
    const { form } = this.data;
    if (complain(this, problemsOf(form))) return;
    await act(this, 'tell', async (attemptId) => {
      await call('dispute.tell', inputOf(this.id, form), attemptId);
      dropDraft(this.draftKey);
      await leave('告诉警务室了');
    });
  },

  /** What was told before is there to be gone on with; a draft comes first. */
  load(): Promise<void> {
    return show(this, async () => {
      const { respondentStory = '' } = await call('dispute.open', { id: this.id });
      return { form: { ...emptySide, words: respondentStory, ...draftOf<OwnSide>(this.draftKey) } };
    });
  },
});
