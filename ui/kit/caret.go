package kit

// caretAfter gives where the cursor of a field belongs once its text was replaced, in letters from the beginning: before
// the same letter as it was, as far as that is still there. Behind the last letter it stays behind the last one, so that
// whoever goes on typing after a correction goes on at the end.
func caretAfter(was, now string, at int) int {
	old, text := []rune(was), []rune(now)
	if at >= len(old) {
		return len(text)
	}
	same := func(i, j int) bool { return i >= 0 && j >= 0 && i < len(old) && j < len(text) && old[i] == text[j] }
	before, after := 0, 0
	for same(before, before) {
		before++
	}
	for after < min(len(old), len(text))-before && same(len(old)-1-after, len(text)-1-after) {
		after++
	}
	if at <= before {
		return at
	}
	return len(text) - min(after, len(old)-at)
}
