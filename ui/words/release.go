package words

// ReleaseKey is the key of the words on the way to the dialog in which something is let out, or, where it is let out already, taken
// back.
func ReleaseKey(released bool) string {
	if released {
		return "plans.release_again"
	}
	return "plans.release"
}
