/** An e-mail address in lower case, as addresses are compared here. Of A to Z alone: other letters that turn into one of them are another mailbox. */
export const lowerCaseAddress = (address: string): string => address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
