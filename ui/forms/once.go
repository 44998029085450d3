package forms

// Once is what can go on once at a time, as to keep what was typed: a second Enter, or the second half of a double click,
// must not keep it again.
type Once struct{ going bool }

// Begin tells whether it may begin now; it is going on then, until End.
func (o *Once) Begin() bool {
	may := !o.going
	o.going = true
	return may
}

// End says that it has ended, well or not.
func (o *Once) End() { o.going = false }

// Going tells whether it goes on.
func (o *Once) Going() bool { return o.going }
