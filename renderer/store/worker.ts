/** Entry of the store worker. */
export {};
