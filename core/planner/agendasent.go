package planner

import (
	"slices"

	"mentorbook/core"
)

// sentAgenda tells whether the last invitation to the very thing had the agenda. Where nothing is said of it the next one has
// it too, or guests would lose by it what they were sent.
func (a *matter) sentAgenda() bool {
	if a.series == nil || a.whole {
		return lastWithAgenda(a.known())
	}
	return a.sentAgendaOf(a.theirs)
}

// sentAgendaOf tells it of one of a series. It may have been invited to by itself: then an invitation to all, which seldom
// has agendas, takes nothing of it back.
func (a *matter) sentAgendaOf(original core.Civil) bool {
	return lastWithAgenda(slices.DeleteFunc(slices.Clone(a.before), func(d *core.Dispatch) bool {
		return d.Occurrence != original && !(d.Occurrence.IsZero() && d.Agenda)
	}))
}

func lastWithAgenda(before []*core.Dispatch) bool {
	for _, d := range slices.Backward(before) {
		if d.Method == core.MethodRequest {
			return d.Agenda
		}
	}
	return false
}

// agendaOf tells whether a message about a whole series has the agenda of one of its meetings.
func (a *matter) agendaOf(original core.Civil) bool {
	return a.agendas || a.asBefore && a.sentAgendaOf(original)
}
