// Package city reads a city pack: the folder of CSV files that holds
// everything the house knows about one regency. A pack is written by people
// with a text editor or a spreadsheet, so a mistake in it is told with its
// file, line and column and with what to do, and all mistakes at once.
//
// Files are UTF-8 with a header row; lines that begin with # are comments.
// Each row names in its column "source" where it comes from: one or more ids
// of sources.csv, separated by blanks, the most telling one first. Only what
// says nothing about the regency has none: how people speak (synonyms.csv),
// who is made up (accounts.csv) and what a search must find
// (tests/services.csv).
package city
