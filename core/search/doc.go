// Package search finds words in texts, in English and in Russian: whatever their form, their case, their accents,
// or whether the dots of ё were written; in titles also what sounds so in the other letters. It knows nothing of where texts are
// kept.
package search
