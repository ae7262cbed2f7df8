import { identityLimits, isPhone } from '../../../domain/identity/policy';
import { call } from '../../../platform/call';
import { act, leave, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { myself, remember } from '../../../platform/session';
import type { ChosenPlace } from '../../../components/place-picker/place-picker.view';
import type { Me } from '../../../../typings/contract/identity';

Page({
  data: {
    ...pageData,
    name: '',
    /** Only a new number: the one that is kept is shown masked. */
    phone: '',
    oldPhone: '',
    buildingId: '',
    unit: '',
    limits: identityLimits,
  },

  async onLoad() {
    await this.load();
  },

  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  onType(event: FieldEvent) {
    type(this, event);
  },

  onPlace({ detail }: WechatMiniprogram.CustomEvent<ChosenPlace>) {
    this.setData({ buildingId: detail.buildingId });
  },

  async onSave() {
    const phone = this.data.phone.trim();
    if (phone !== '' && !isPhone(phone)) {
      this.setData({ problems: { phone: '请写 11 位手机号，或带区号的座机号。' } });
      return;
    }
    const isSaved = await act(this, 'save', async (attemptId) => {
      remember(await call('identity.saveProfile', this.changes(), attemptId));
    });
    if (isSaved) await leave('存好了');
  },

  changes() {
    const [name, phone, unit] = [this.data.name.trim(), this.data.phone.trim(), this.data.unit.trim()];
    const { buildingId } = this.data;
    return {
      ...(name !== '' && { name }),
      ...(phone !== '' && { phone }),
      ...(buildingId !== '' && { home: { buildingId, ...(unit !== '' && { unit }) } }),
    };
  },

  async load() {
    await show(this, async () => profileOf(await myself()));
  },
});

function profileOf({ name, phone = '', home }: Me) {
  return { name, oldPhone: phone, buildingId: home?.buildingId ?? '', unit: home?.unit ?? '' };
}
