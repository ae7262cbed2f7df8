/** Which role, and over which place: for an invitation and for a person. `change` carries `{ role, scopeId }`. */
import type { GrantedRole, Place } from '../../../../../typings/contract/identity';
import { grantedRoles, roleLabels } from '../../../../domain/identity/labels';
import { scopesOf } from './grant-form.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    places: { type: Array, value: [] as Place[] },
    role: { type: String, value: '' },
    scopeId: { type: String, value: '' },
  },

  data: {
    roles: grantedRoles.map((value) => ({ value, label: roleLabels[value] })),
    scopes: [] as ReturnType<typeof scopesOf>,
  },

  observers: {
    'places, role'(places: Place[], role: GrantedRole | '') {
      this.setData({ scopes: role === '' ? [] : scopesOf(places, role) });
    },
  },

  methods: {
    onRole({ detail }: WechatMiniprogram.CustomEvent<{ value: GrantedRole }>) {
      const [first] = scopesOf(this.data.places, detail.value);
      this.triggerEvent('change', { role: detail.value, scopeId: first?.value ?? '' });
    },

    onScope({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { role: this.data.role, scopeId: detail.value });
    },
  },
});
