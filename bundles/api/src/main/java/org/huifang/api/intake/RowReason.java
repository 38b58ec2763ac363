// SPDX-License-Identifier: Apache-2.0
package org.huifang.api.intake;

/** Why a row is of its kind; views have a sentence for each, and for those that can be mended how. */
public enum RowReason {
    /** Nothing more to say. */
    NONE,
    /** A file with the same phone or e-mail has another name: possibly the same person, more likely the family. */
    POSSIBLY_SAME,
    /** The person came earlier in the same list; the detail is that line. */
    SAME_AS_LINE,
    /** No value in any of the columns that are taken. */
    BLANK,
    /** Several files fit; whose row it is must be settled by merging them or keeping them apart. */
    SEVERAL_FILES,
    /** No id, e-mail or phone: the person could not be found again. */
    NOBODY,
    /** No name, and the person has no file yet. */
    NAME_MISSING,
    /** Characters that cannot be read: most likely the encoding is another. */
    UNREADABLE,
    /** Longer than such a value may be. */
    LONG,
    /** Not an e-mail address. */
    EMAIL,
    /** Not a phone number. */
    PHONE,
    /** Excel shortened the number: its last digits are lost. */
    DIGITS_LOST,
    /** Not a date, or one that does not exist. */
    DATE,
    /** A date that may be two: day and month cannot be told apart. */
    DATE_AMBIGUOUS,
    /** No such time zone. */
    ZONE,
    /** No such language. */
    LANGUAGE,
    /** No such way of contact. */
    CHANNEL,
    /** Not hours of a day. */
    HOURS,
    /** An error value of Excel, as #N/A. */
    FORMULA_ERROR,
    /** A value that must be there is not. */
    MISSING,
    /** A column that must be there is not, or the file as a whole; nothing at all is taken then. */
    COLUMN_MISSING,
    /** Not one of the words that may stand there. */
    NO_SUCH_WORD,
    /** Names a class or a person that neither these files nor former ones have; counts as soon as they come. */
    NO_SUCH_RECORD,
    /** Not written in UTF-8. */
    NOT_UTF8,
    /** The id came earlier in the same file; the detail is that line. */
    ID_TWICE,
    /** Neither learns nor teaches: relatives, guardians, administrators of whom no class knows. */
    NOT_OF_A_CLASS,
    /** What is known is newer: a later record says otherwise, or a later list of everything does not have it. */
    OLDER,
    /** Opens a course; the detail is its title. */
    COURSE_OPENED,
    /** Opens a course though there is one of this title already, which is named by the detail: look whether it is one. */
    COURSE_TWICE,
    /** The same course as that of a course platform, for it has the same id there; the detail is its title. */
    COURSE_OF_PLATFORM,
    /** A course has another title or other days now; the detail is its title. */
    COURSE_CHANGED,
    /** Belongs to a course from now on; the detail is the course. */
    JOINS,
    /** Does not belong to a course any more; the detail is the course. */
    LEAVES
}
