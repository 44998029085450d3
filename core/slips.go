package core

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Slips counts the letters to change, add, drop or swap with their neighbour to get from one word to another: 1 from
// "Fryday" to "Friday", 1 from "Firday" too.
func Slips(a, b string) int {
	from, to := []rune(a), []rune(b)
	before, row, next := []int(nil), make([]int, len(to)+1), make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range from {
		next[0] = i + 1
		for j := range to {
			other := 1
			if from[i] == to[j] {
				other = 0
			}
			next[j+1] = min(row[j]+other, row[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row, next = row, next, make([]int, len(to)+1)
	}
	return row[len(to)]
}

// How long a typed word has to be for a slip in it to be seen, and in what is half typed: short ones are one letter away
// from too many others. In a long one two are seen, also where letters of it were left out.
const (
	minSlip          = 4
	minSlipBeginning = 5
	minTwoSlips      = 7
)

// Nearly tells whether a word, or its beginning, is what was typed but for a slip: a letter changed, added, dropped, or
// swapped with its neighbour. In words of seven letters and more it may be two. Both are in small letters.
func Nearly(typed, word string) bool {
	w, letters := []rune(word), utf8.RuneCountInString(typed)
	if letters < minSlip || strings.ContainsFunc(typed, unicode.IsDigit) {
		return false
	}
	slips, inAll := 1, 1
	if letters >= minTwoSlips {
		slips = 2
	}
	if max(letters, len(w)) >= minTwoSlips && letters >= minSlipBeginning {
		inAll = 2
	}
	if away := max(len(w)-letters, letters-len(w)); away <= inAll && Slips(word, typed) <= inAll {
		return true
	}
	if letters < minSlipBeginning {
		return false
	}
	for n := letters - slips; n <= letters+slips && n < len(w); n++ {
		if Slips(string(w[:n]), typed) <= slips {
			return true
		}
	}
	return false
}
