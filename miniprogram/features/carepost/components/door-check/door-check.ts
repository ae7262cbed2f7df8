/** Who it is, and how that is checked: a code, a scan, or a call to the stored number. Its `ask` carries what the server is asked. */
import { pickupIn } from '../../../../domain/childcare/pickup-codes';
import { childLimits } from '../../../../domain/childcare/policy';
import { emptyDoor, lackingAtDoor, proofs, type DoorForm, type DoorPerson, type DoorView } from '../../door/door.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    visitId: { type: String, value: '' },
    view: { type: Object, value: null as unknown as DoorView },
    problem: { type: String, value: '' },
    problems: { type: Object, value: {} },
    busy: { type: Boolean, value: false },
  },

  data: { most: childLimits, proofs, form: emptyDoor, picked: null as DoorPerson | null, lacking: lackingAtDoor(emptyDoor, 'who'), scanned: '' },

  observers: {
    /** A wrong code is not tapped away digit by digit. */
    problem(problem: string) {
      if (problem !== '' && this.data.form.code !== '') this.change({ ...this.data.form, code: '' });
    },
  },

  methods: {
    onPerson({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const picked = this.data.view.persons.find(({ id }) => id === detail.value) ?? null;
      this.setData({ picked });
      this.change({ ...emptyDoor, person: detail.value, proof: picked?.isWaiting === true ? 'callback' : 'code' });
    },
    onOther() {
      this.setData({ picked: null });
      this.change(emptyDoor);
    },
    onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: unknown }, object, { field: keyof DoorForm }>) {
      this.change({ ...this.data.form, [currentTarget.dataset.field]: detail.value });
    },
    async onScan() {
      const scanned = await wx.scanCode({}).catch(() => undefined);
      if (!scanned) return;
      const shown = pickupIn(scanned.result);
      if (shown?.visitId !== this.data.visitId) this.setData({ scanned: shown ? '这是别的孩子的码，请看一看是哪位。' : '这不是接孩子码，可以回拨电话核对。' });
      else this.triggerEvent('ask', { proof: 'qr', personId: shown.personId, code: shown.code });
    },
    onAsk() {
      const { person: personId, proof, code, word } = this.data.form;
      if (this.data.lacking !== '') return;
      this.triggerEvent('ask', { proof, personId, ...(proof === 'code' && { code }), ...(word.trim() !== '' && { familyWord: word.trim() }) });
    },
    change(form: DoorForm) {
      this.setData({ form, lacking: lackingAtDoor(form, this.data.view.step), scanned: '' });
    },
  },
});
