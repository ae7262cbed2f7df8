/** 请来帮忙的人: who they are, who has said to have no interest, and who agreed to them. Pure. */
import type { DisputeView, PanelMemberView, Side } from '../../../typings/contract/dispute';
import { sideLabels, sides } from '../../domain/dispute/labels';
import { panelTemplates, postLabels } from '../../domain/dispute/panel';

export interface PanelCard {
  /** Who sits there, in plain words. */
  readonly about: string;
  readonly members: readonly { readonly key: string; readonly name: string; readonly post: string; readonly state: string; readonly tone: 'ok' | 'warm' | 'plain' }[];
  /** Who has agreed, said to this reader. */
  readonly agreed: string;
  /** This reader is a helper and has yet to say so. */
  readonly canDeclare: boolean;
  /** What may be agreed to here: the own side, or for staff a side that said so. */
  readonly consents: readonly { readonly side: Side; readonly label: string }[];
  readonly isParty: boolean;
}

/** Nothing when nobody was asked. */
export function panelCardOf({ panel, moves, parties }: Pick<DisputeView, 'panel' | 'moves' | 'parties'>): PanelCard | null {
  if (!panel) return null;
  const { members, consents, template } = panel;
  const own = parties.find(({ isMe }) => isMe)?.side;
  const open = moves.includes('consentPanel') ? sides.filter((side) => !consents.includes(side) && (own === undefined || own === side)) : [];
  return {
    about: panelTemplates[template].about,
    members: members.map((member, position) => ({ key: String(position), name: member.isMe ? '您' : member.name, post: postLabels[member.post], ...standing(member) })),
    agreed: agreedWords(consents, own),
    canDeclare: moves.includes('declare') && members.some(({ isMe, hasDeclared, hasLeft }) => isMe && !hasDeclared && !hasLeft),
    consents: open.map((side) => ({ side, label: own === undefined ? `记下${sideLabels[side]}当面同意` : '同意请他们帮忙' })),
    isParty: own !== undefined,
  };
}

function standing({ isMe, hasDeclared, hasLeft }: PanelMemberView): { state: string; tone: 'ok' | 'warm' | 'plain' } {
  if (hasLeft) return { state: '退出了', tone: 'plain' };
  return hasDeclared ? { state: '没有利害关系', tone: 'ok' } : { state: isMe ? '等您说明' : '还没说明', tone: 'warm' };
}

function agreedWords(consents: readonly Side[], own: Side | undefined): string {
  if (consents.length === sides.length) return '双方都同意请他们帮忙。';
  const [one] = consents;
  if (one === undefined) return '还要双方都同意，才能一起谈。';
  if (own === undefined) return `${sideLabels[one]}同意了，还等另一方。`;
  return one === own ? '您同意了，还等对方。' : '对方同意了，等您。';
}
