/** WXSS: the standard rules, less what WeChat's WebView or TDesign makes impossible, plus our own (LOOK: tokens in one file). */
export default {
  extends: ['stylelint-config-standard'],
  overrides: [
    { files: ['**/components/**/*.wxss', '**/features/**/*.wxss', '**/pages/**/*.wxss'], rules: { 'color-no-hex': [true, { message: 'Colours are tokens of app.wxss: var(--…)' }] } },
    { files: ['**/components/**/*.wxss'], rules: { 'selector-max-type': 0, 'selector-max-id': 0, 'selector-max-attribute': 0 } }, // WeChat ignores these in a component
  ],
  rules: {
    'unit-no-unknown': [true, { ignoreUnits: ['rpx'] }],
    'selector-type-no-unknown': [true, { ignoreTypes: ['page', 'view', 'text', 'image', 'button', 'scroll-view', 'swiper', 'swiper-item', '/^t-/'] }],
    'selector-pseudo-class-disallowed-list': [['active', 'hover'], { message: 'A touch has no such state: use hover-class' }],
    'selector-class-pattern': '^[a-z][a-z0-9]*(?:(?:-|--|__)[a-z0-9]+)*$',
    'color-named': 'never',
    'import-notation': 'string', // @import "x.wxss": WeChat knows no url()
    // What older WebViews do not know
    'color-function-notation': 'legacy',
    'color-function-alias-notation': null,
    'alpha-value-notation': 'number',
    'media-feature-range-notation': 'prefix',
    'property-no-vendor-prefix': null,
    'value-no-vendor-prefix': null,
    // Noise
    'no-descending-specificity': null,
    'no-empty-source': null,
    'declaration-empty-line-before': null,
    'custom-property-empty-line-before': null,
    'comment-empty-line-before': null,
    'rule-empty-line-before': null,
    'at-rule-empty-line-before': null,
    'declaration-block-single-line-max-declarations': null,
    'declaration-property-value-no-unknown': null,
    'custom-property-pattern': null, // TDesign names some in camel case
  },
};
