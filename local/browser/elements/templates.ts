/** The WXML inside the built-in elements. Compiled by the build; everything else in them is made by their code. */
import { livingTags, type LivingTag } from './tags';

// The page styles a placeholder with a class or a style of its own, so it has to be a node of ours.
const PLACEHOLDER =
  '<view class="wx-placeholder placeholder-class" style="{{placeholderStyle}}" wx:if="{{isBlank}}" aria-hidden="true">{{placeholder}}</view>';

const special: Partial<Record<LivingTag, string>> = {
  input: PLACEHOLDER,
  textarea: PLACEHOLDER,
  swiper: '<view class="wx-swiper-track"><slot/></view>',
};

export const elementTemplates = Object.fromEntries(
  livingTags.map((tag) => [tag, special[tag] ?? '<slot/>']),
) as Record<LivingTag, string>;
