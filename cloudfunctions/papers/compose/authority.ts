/** 身份和委托: who the parties are, who speaks for them, who helps, and that each declared to have no interest of the own. */
import { sideLabels, sides } from '../../../miniprogram/domain/dispute/labels';
import { panelTemplates, postLabels } from '../../../miniprogram/domain/dispute/panel';
import { issuerOf, isOfSecurity } from '../../../miniprogram/domain/papers/record';
import { body, field, fields, styled, type Block, type Fields, type Paper } from '../paper';
import { fullDay, nameOf, sections, toSign, type NumberedRecord } from './words';

export function composeAuthority(record: NumberedRecord): Paper {
  const { facts, events } = record;
  return {
    issuer: issuerOf(record),
    title: '当事人身份和委托情况',
    blocks: [
      styled('right', record.number),
      ...sections(
        ['当事人', [partiesTable(record)]],
        ['代为申请', facts.agentId === undefined ? [] : [body(`本件由${events[0]?.who ?? '工作人员'}代申请人登记，申请人已表示同意。`)]],
        ['推选的代表', groupsOf(record)],
        ['未成年人', facts.security?.hasMinor ? [body('当事人中有未成年人，已通知其父母或者其他监护人到场；年满十六周岁、以自己的劳动收入为主要生活来源、本人同意不通知的，可以不通知（公安机关办理行政案件程序规定 第一百八十一条）。')] : []],
        ['调解员和参加调解的人', mediatorsOf(record)],
        ['委托代理（需要时填写）', delegation(record)],
      ),
      body('以上情况属实。'),
      { is: 'signing', signers: sides.map((side) => toSign(sideLabels[side], nameOf(facts[side]))) },
    ],
  };
}

/** Numbers and addresses are written by hand: no copy of an identity card is kept here. */
function partiesTable({ facts }: NumberedRecord): Fields {
  return fields(...sides.flatMap((side) => {
    const consentedAt = facts[side]?.consentedAt;
    return [
      [field(sideLabels[side], nameOf(facts[side])), field('联系电话', facts[side]?.phoneMask)],
      [field('身份证件号码', ''), field('同意调解', consentedAt === undefined ? '' : fullDay(consentedAt))],
      [field('住址', '')],
    ];
  }));
}

function groupsOf({ facts }: NumberedRecord): Block[] {
  return sides.flatMap((side) => {
    const members = facts.groups?.[side] ?? [];
    if (members.length === 0) return [];
    const representatives = members.filter(({ isRepresentative }) => isRepresentative).map(({ name }) => name);
    return [
      body(`${sideLabels[side]}一方共${members.length}人，推选${representatives.join('、')}为代表参加调解。`),
      { is: 'grid', head: ['序号', '姓名', '同意调解', '同意协议', '签名'], widths: [1, 3, 2, 2, 3], rows: members.map(({ name, hasConsented, hasAgreed }, index) => [String(index + 1), name, yes(hasConsented), yes(hasAgreed), '']) },
    ];
  });
}

function mediatorsOf({ facts: { mediator, panel } }: NumberedRecord): Block[] {
  const own = mediator ? [body(`调解员${mediator.name}${mediator.hasDeclared ? '已声明与双方当事人、与本件纠纷没有利害关系。' : '尚未声明有无利害关系。'}`)] : [];
  if (!panel) return own;
  const members = panel.members.filter(({ leftAt }) => leftAt === undefined);
  return [
    ...own,
    body(`参加调解的组合：${panelTemplates[panel.template].name}。双方当事人同意下列人员参加（人民调解法 第二十条）：`),
    { is: 'grid', head: ['身份', '姓名', '没有利害关系'], widths: [3, 4, 3], rows: members.map(({ post, name, hasDeclared }) => [postLabels[post], name, yes(hasDeclared)]) },
  ];
}

/** A suspect comes in person (程序规定 第181条). */
function delegation(record: NumberedRecord): Block[] {
  const rule = isOfSecurity(record) ? [body('违法嫌疑人不得委托他人参加调解；被侵害人可以委托，须写明权限（公安机关办理行政案件程序规定 第一百八十一条）。')] : [];
  return [...rule, fields([field('委托人', ''), field('受托人', '')], [field('受托人证件', ''), field('与委托人关系', '')], [field('委托权限', '', 2)])];
}

function yes(is: boolean): string {
  return is ? '是' : '';
}
