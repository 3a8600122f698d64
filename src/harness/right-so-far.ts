/** The type of the annotation that says: virtual time has found nothing wrong; the wall clock is asked next. */
export const RIGHT_SO_FAR = 'right in virtual time'
