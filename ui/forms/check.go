package forms

// Checked is a field that finds out by itself whether what is typed can be read, such as one for a date or a time.
type Checked interface {
	Field

	Check() bool // shows what is wrong, and tells whether nothing is
}

// Check lets each of the fields show what is wrong with it, and gives the focus to the first one with which something
// is: whoever pressed Enter elsewhere mends it there. It tells whether nothing is wrong.
func Check(fields ...Checked) bool {
	var wrong Field
	for _, f := range fields {
		if !f.Check() && wrong == nil {
			wrong = f
		}
	}
	if wrong != nil {
		focus(wrong)
	}
	return wrong == nil
}
