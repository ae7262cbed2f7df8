/** The CloudBase environment that this build belongs to; '' means the account's default. `npm run deploy -- --env <id>` writes it. */
export const environmentId: string = '';
