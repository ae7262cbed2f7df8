/** Hazards of the demo community: one at each place where somebody has to do something. */
import { dayKey } from '../../miniprogram/domain/time/format';
import type { HazardReport } from '../../typings/contract/hazard';
import type { Calendar } from './moment';
import { scenes } from './pictures';
import type { Step, Story } from './stage';
import { step } from './verbs';

export function storiesOfHazards({ ago }: Calendar): Story[] {
  const day = (days: number) => dayKey(ago(days, '12:00'));
  return [
    // A charger left plugged in at a shop: advised on the spot, put right, and now somebody else is to look.
    [
      reports(ago(4, '17:30'), 'volunteer', { checklist: 'charging', items: ['leftPlugged'], where: '澄光商街 东段', door: '修车铺', scene: 'charger', responsible: { name: '修车铺店主' }, advice: '人走的时候拔下来，店主说记住了。' }),
      rectifies(ago(3, '18:20'), 'auxiliary', ['leftPlugged'], '充电器拔了，插座上贴了“人走拔下”。'),
    ],
    // Ordered; the first recheck let only one of two pass.
    [
      reports(ago(9, '10:00'), 'gridWorker', { checklist: 'corridor', items: ['piledUp', 'noLight'], where: '桐花苑 3号楼', door: '2单元楼道', scene: 'cartons' }),
      step(ago(9, '11:00'), (stage, id) => stage.as('officer').does('hazard.order', { id, responsible: { name: '2单元202住户' }, items: [{ key: 'piledUp', byDay: day(5) }, { key: 'noLight', byDay: day(4) }] })),
      rectifies(ago(6, '9:30'), 'gridWorker', ['piledUp', 'noLight'], '纸箱搬走了，灯换了。'),
      step(ago(5, '10:00'), async (stage, id) => {
        const photos = [await stage.as('auxiliary').sends({ kind: 'photo', content: scenes.cartons })];
        return stage.as('auxiliary').does('hazard.recheck', { id, results: [{ key: 'piledUp', isPassed: false, byDay: day(-2) }, { key: 'noLight', isPassed: true }], words: '灯好了，纸箱又堆回来了。', photos });
      }),
    ],
    // The property was told, came in with a code and a word, and says itself what is done: one of two so far.
    [
      reports(ago(3, '9:10'), 'auxiliary', { checklist: 'corridor', items: ['doorBlocked', 'noWater'], where: '桐花苑 5号楼', door: '1单元楼梯间', scene: 'cartons' }),
      step(ago(3, '10:30'), (stage, id) => stage.as('officer').does('hazard.order', { id, responsible: { name: '桐花苑物业' }, items: [{ key: 'doorBlocked', byDay: day(1) }, { key: 'noWater', byDay: day(-3) }] })),
      step(ago(3, '10:40'), async (stage, id) => {
        const { code } = await stage.as('officer').does('hazard.makeInvitation', { id, word: '石桥西瓜' });
        return stage.as('partner').does('hazard.bindInvitation', { code, word: '石桥西瓜' });
      }),
      rectifies(ago(2, '16:00'), 'partner', ['doorBlocked'], '杂物清了，门不锁了。'),
    ],
    // Told an hour ago.
    [reports(ago(0, '15:20'), 'resident', { checklist: 'charging', items: ['flyingWire'], where: '桐花苑 3号楼', door: '2单元窗外', story: '三楼拉了根线到楼下，下雨天也充着。' })],
  ];
}

interface Told extends Pick<HazardReport, 'checklist' | 'items' | 'door' | 'story' | 'responsible' | 'advice'> {
  readonly where: string;
  readonly scene?: keyof typeof scenes;
}

function reports(at: number, who: string, { where, scene, ...report }: Told): Step {
  return {
    at,
    async happens(stage) {
      const photos = scene ? [await stage.as(who).sends({ kind: 'photo', content: scenes[scene] })] : undefined;
      return stage.as(who).does('hazard.report', { ...report, buildingId: stage.at(where), isDangerNow: false, ...(photos && { photos }) });
    },
  };
}

function rectifies(at: number, who: string, items: string[], words: string): Step {
  return step(at, async (stage, id) => {
    const photos = [await stage.as(who).sends({ kind: 'photo', content: scenes.unplugged })];
    return stage.as(who).does('hazard.rectify', { id, items, words, photos });
  });
}
