package meeting

import "mentorbook/core"

// Closed holds what meetings were closed with, so that whoever takes a closing back has it in the form again, on whatever
// page they were meanwhile. Its zero value is ready.
type Closed struct{ forms map[core.ID]*Closing }

// Keep notes the form that closed a meeting.
func (c *Closed) Keep(meeting core.ID, form *Closing) {
	if c.forms == nil {
		c.forms = map[core.ID]*Closing{}
	}
	c.forms[meeting] = form
}

// Form gives the form that closed a meeting; nil where it was closed by no such form.
func (c *Closed) Form(meeting core.ID) *Closing { return c.forms[meeting] }
