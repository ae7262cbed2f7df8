import * as v from 'valibot';
import type { PanelMember } from '../../../miniprogram/domain/dispute/facts';
import { formedPanel, panelPosts, panelTemplateNames } from '../../../miniprogram/domain/dispute/panel';
import { disputeLimits, mostPanel } from '../../../miniprogram/domain/dispute/policy';
import { command } from '../../_kit/action';
import { badField } from '../../_kit/errors';
import { id, text } from '../../_kit/fields';
import { involvedIn } from '../../_kit/policy';
import { rosterOf } from '../../_kit/staff';
import { disputes } from '../kind';
import { helpersFor } from '../helpers';
import { summaryAfter } from '../store';

const memberSchema = v.object({
  post: v.picklist(panelPosts, '请选是哪一方面的人。'),
  name: text('姓名', disputeLimits.name),
  personId: v.exactOptional(id),
  hasNoConflict: v.boolean(),
});

/** Who has an account here declares on the phone; for the others staff put down what they said. */
export const formPanel = command('dispute.formPanel', {
  input: v.object({
    id,
    template: v.picklist(panelTemplateNames, '请选一个组合。'),
    members: v.pipe(v.array(memberSchema), v.maxLength(mostPanel, `最多请 ${mostPanel} 个人。`)),
  }),
  allow: involvedIn(disputes),
  async run(context, { template, members: asked }) {
    const { theCase, caller, db, now } = context;
    const { facts } = theCase.document;
    const twice = asked.findIndex(({ personId }, position) => personId !== undefined && asked.slice(0, position).some((other) => other.personId === personId));
    const known = helpersFor(await rosterOf(db, facts.place.path), facts, now);
    const members = asked.map(({ post, name, personId, hasNoConflict }, position): PanelMember => {
      if (personId === undefined) return { post, name, hasDeclared: hasNoConflict };
      const helper = known.find((each) => each.personId === personId && each.post === post);
      if (!helper) throw badField(`members.${position}.personId`, `${name}现在不能来帮这件事，请换一位。`);
      return { post, name: helper.name, personId, hasDeclared: personId === caller.id && hasNoConflict };
    });
    const panel = formedPanel(facts.panel, { template, members });
    await theCase.move('formPanel', { facts: { ...facts, panel } });
    if (twice >= 0) throw badField(`members.${twice}.personId`, `${asked[twice]?.name ?? ''}已经占了一个位置，一个人只能占一个，请换一位。`);
    return summaryAfter(context, theCase);
  },
});
