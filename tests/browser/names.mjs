// Every accessible name that the browser tests use, in one place, as a person who listens to the page hears it.

/** The words of the messages to the person, of which a test needs to know the kind. */
const NOTICES = {
  cannotOpen: /could not be opened|cannot be opened/i,
  cannotLoad: /could not be loaded/i,
  cannotSave: /cannot be kept|cannot be saved|nothing .* kept/i,
  savedWorkUnreadable: /saved .*could not be read|aside/i,
  unknownOption: /option/i,
};

/** A message of this kind on the page. */
export function notice(page, kind) {
  return page.locator("delivery-lab .notices li, delivery-lab .notice").filter({ hasText: NOTICES[kind] });
}
