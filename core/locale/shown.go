package locale

// Empty says what an empty place is for. While others look at the screen it may be empty only for them: it says no more than that
// something may be hidden, whether or not there is anything.
func (w *Words) Empty(key string, hidden bool, args ...any) string {
	if hidden {
		return w.T("rel.nothing_shown")
	}
	return w.T(key, args...)
}
