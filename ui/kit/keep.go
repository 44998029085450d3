package kit

import (
	"encoding/json"
	"fmt"
	"strconv"

	"fyne.io/fyne/v2"

	"mentorbook/core"
)

// Keeper is a field whose content can be kept as a text and put back into another field of its kind, whole or half
// typed. Putting back tells what a person's own change would tell.
type Keeper interface {
	Content() string
	PutBack(content string)
}

var (
	_ Keeper = (*TextField)(nil)
	_ Keeper = (*DateField)(nil)
	_ Keeper = (*TimeField)(nil)
	_ Keeper = (*Combo)(nil)
	_ Keeper = (*Select)(nil)
	_ Keeper = (*Segments)(nil)
	_ Keeper = (*CheckBox)(nil)
)

// Toucher is a window's content, or a dialog, that wants to know when a person has typed or chosen something in it.
type Toucher interface{ Touched() }

// touched tells what an object lies in that something was done with it.
func touched(o fyne.CanvasObject) {
	if t, ok := rootOf(o).(Toucher); ok {
		t.Touched()
	}
}

// Content gives what is typed.
func (t *TextField) Content() string { return t.Text() }

// PutBack types a text anew; the cursor is at its end, or all of a text that is one thing is selected. What is wrong with it
// is said as it would be when the field is left.
func (t *TextField) PutBack(content string) {
	t.SetText(content)
	if t.line == nil || !t.line.whole {
		t.entry.toEnd()
	}
	if t.lost != nil && !blank(content) {
		t.lost()
	}
}

// Content gives the date in the form that every language reads, or what stands there instead of one.
func (d *DateField) Content() string {
	if d.bad != nil || d.value.IsZero() {
		return d.row.entry.Text
	}
	return d.value.String()
}

// PutBack shows a date, or a text that is none and what is wrong with it: nobody is typing it any more.
func (d *DateField) PutBack(content string) {
	if v, err := core.ParseDate(content); err == nil {
		d.choose(v)
		return
	}
	d.row.entry.SetText(content)
	if d.bad != nil {
		d.Check()
	}
}

// Content gives the time in the form that every language reads, or what stands there instead of one.
func (t *TimeField) Content() string {
	if t.value < 0 {
		return t.entry.Text
	}
	return fmt.Sprintf("%02d:%02d", t.value/60, t.value%60)
}

// PutBack types a time anew, and shows what is wrong with a text that is none.
func (t *TimeField) PutBack(content string) {
	t.entry.SetText(content)
	if t.bad || t.value >= 0 {
		t.Check()
	}
}

// Content gives what was taken, and what is typed.
func (c *Combo) Content() string {
	item := c.value
	if item.Key == "" {
		item = ComboItem{Text: c.Text()}
	}
	out, _ := json.Marshal(item) // three texts always can
	return string(out)
}

// PutBack shows what was taken, or a text that finds nothing yet.
func (c *Combo) PutBack(content string) {
	var item ComboItem
	if json.Unmarshal([]byte(content), &item) != nil {
		return
	}
	before := c.value
	c.SetValue(item)
	if c.chosen != nil && c.value != before {
		c.chosen(c.value)
	}
}

// Content gives the index of the choice.
func (s *Select) Content() string { return strconv.Itoa(s.chosen) }

// PutBack makes a choice, where there is one so far down.
func (s *Select) PutBack(content string) {
	if i, err := strconv.Atoi(content); err == nil {
		s.Choose(i)
	}
}

// Content tells whether the box is ticked.
func (c *CheckBox) Content() string { return strconv.FormatBool(c.on) }

// PutBack ticks the box or not.
func (c *CheckBox) PutBack(content string) {
	if on, err := strconv.ParseBool(content); err == nil && on != c.on {
		c.flip()
	}
}

// Content gives the index of what is chosen.
func (s *Segments) Content() string { return strconv.Itoa(s.current) }

// PutBack chooses another.
func (s *Segments) PutBack(content string) {
	if i, err := strconv.Atoi(content); err == nil && i >= 0 && i < len(s.buttons) {
		s.choose(i)
	}
}
