/** Who may take the child, each a large row; one is chosen. */
import type { DoorPerson } from '../../door/door.view';

Component({
  options: { styleIsolation: 'apply-shared', virtualHost: true },

  properties: {
    persons: { type: Array, value: [] as DoorPerson[] },
    value: { type: String, value: '' },
  },

  methods: {
    onChoose({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      this.triggerEvent('change', { value: currentTarget.dataset.id });
    },
  },
});
