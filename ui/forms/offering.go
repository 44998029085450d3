package forms

import (
	"slices"
	"strings"

	"mentorbook/core"
	"mentorbook/core/locale"
)

// Offering says which names a choice may list. While others look at the screen it lists unasked whom the page is about, and
// the others once their names are typed. The zero value lists everybody.
type Offering struct {
	Hidden bool     // others look at the screen
	OnShow core.Ref // whom the page is about: a relationship or a person; the zero Ref for nobody
}

// askedLetters is how many letters of a name ask for whom it is of.
const askedLetters = 3

// Names tells whether a choice may list what is called so, or that one of some people is in, for what is typed.
func (o Offering) Names(typed string, ids ...core.ID) bool {
	return !o.Hidden || o.Asked(typed) || !o.OnShow.ID.IsZero() && slices.ContainsFunc(ids, func(id core.ID) bool { return id == o.OnShow.ID })
}

// Asked tells whether what is typed asks for somebody by their name.
func (o Offering) Asked(typed string) bool {
	return len([]rune(strings.TrimSpace(typed))) >= askedLetters
}

// Hint gives what stands in the empty field of a choice.
func (o Offering) Hint(w *locale.Words, usual string) string {
	if o.Hidden {
		return w.T("presenting.type_name")
	}
	return w.T(usual)
}
