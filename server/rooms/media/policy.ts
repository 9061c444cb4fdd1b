/** Who may see and change an upload as such: its owner. Others meet the picture where it is shown, under that place's rules. */
export const mayManage = (viewer: { accountId: string }, media: { account_id: string }): boolean => viewer.accountId === media.account_id
