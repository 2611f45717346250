const counted = new WeakMap<Response, number>();

/** Notes how many objects an answer holds: each costs a rate point. */
export const withObjects = (response: Response, objects: number): Response => {
  counted.set(response, objects);
  return response;
};

/** How many objects an answer holds; one unless noted. */
export const objectsOf = (response: Response): number => counted.get(response) ?? 1;
