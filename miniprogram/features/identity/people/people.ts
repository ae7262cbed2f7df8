import type { GrantedRole, Place } from '../../../../typings/contract/identity';
import { identityLimits } from '../../../domain/identity/policy';
import { monthAndDay } from '../../../domain/time/format';
import { call } from '../../../platform/call';
import { act, more, pageData, show, type, type FieldEvent } from '../../../platform/page';
import { openedSheet, personLineOf, roleFilters, type PersonLine } from './people.view';

Page({
  data: {
    ...pageData,
    ...openedSheet(''),
    filters: roleFilters,
    filter: '',
    people: [] as PersonLine[],
    after: '',
    places: [] as Place[],
    limits: identityLimits,
  },

  async onLoad() {
    await this.load();
  },

  async onPullDownRefresh() {
    await this.load();
  },

  async onRetry() {
    this.setData({ status: 'loading' });
    await this.load();
  },

  async onFilter({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ filter: detail.value });
    await this.load();
  },

  async onReachBottom() {
    const { after, people } = this.data;
    if (after === '') return;
    await more(this, async () => {
      const page = await this.fetch(after);
      return { ...page, people: [...people, ...page.people] };
    });
  },

  async onInvite() {
    this.setData(openedSheet('invite'));
    await this.loadPlaces();
  },

  async onPerson({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    this.setData(openedSheet('person', this.data.people.find(({ id }) => id === currentTarget.dataset.id)));
    await this.loadPlaces();
  },

  onSheet({ detail }: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
    if (!detail.visible) this.setData({ sheet: '' });
  },

  onChoose({ detail }: WechatMiniprogram.CustomEvent<{ role: GrantedRole; scopeId: string }>) {
    this.setData({ ...detail, code: '' });
  },

  onType(event: FieldEvent) {
    type(this, event);
  },

  async onMakeCode() {
    const { role, scopeId } = this.data;
    if (role === '') return;
    await act(this, 'code', async (attemptId) => {
      const { code, expiresAt } = await call('identity.makeInvitation', { role, scopeId }, attemptId);
      this.setData({ code, codeNote: `${monthAndDay(expiresAt)}前有效，只能用一次` });
    });
  },

  async onCopy() {
    await wx.setClipboardData({ data: this.data.code });
  },

  async onGrant() {
    const { person, role, scopeId } = this.data;
    if (!person || role === '') return;
    await act(this, 'grant', async (attemptId) => {
      this.replace(personLineOf(await call('identity.grantRole', { personId: person.id, role, scopeId }, attemptId)));
    });
  },

  async onRevoke({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
    const { person, reason } = this.data;
    if (!person) return;
    const grantId = currentTarget.dataset.id;
    await act(this, `revoke ${grantId}`, async (attemptId) => {
      this.replace(personLineOf(await call('identity.revokeRole', { personId: person.id, grantId, reason }, attemptId)));
    });
  },

  replace(person: PersonLine) {
    const people = this.data.people.map((each) => (each.id === person.id ? person : each));
    this.setData({ people, ...openedSheet('person', person) });
  },

  async fetch(after: string) {
    const role = this.data.filter as GrantedRole | '';
    const page = await call('identity.people', { ...(role !== '' && { role }), ...(after !== '' && { after }) });
    return { people: page.people.map(personLineOf), after: page.next ?? '' };
  },

  async loadPlaces() {
    if (this.data.places.length === 0) await show(this, () => call('identity.places', {}));
  },

  async load() {
    await show(this, () => this.fetch(''));
  },
});
