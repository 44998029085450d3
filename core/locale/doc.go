// Package locale turns what the program knows into what people read: texts by key with plurals, words for
// errors and fields, dates, times and numbers as each language writes them, and back again what people type
// as dates and times. It speaks English and Russian.
package locale
