// Package planner holds the use-cases of Mentorbook: everything that a person can do with a workspace, from
// the window and from the command line alike.
//
// There is one way to write. A use-case validates, makes all its changes in one transaction of the Store
// together with a journal entry (a ChangeSet), and tells its listeners after the commit. Undo, redo and the
// history of a record come from the journal. What the planner needs done elsewhere it declares as ports.
//
// A [Planner] is a handful of small services over one engine. Whoever looks for something begins here:
//
//   - The ground: [Ports] and what they declare, the unit of work (unit.go), typed reading (records.go, [Index]), the
//     journal ([ChangeSet]), undo and redo (undo.go, tied.go), bulk work (bulk.go), drafts, recently deleted.
//   - People and what binds them: [People] with import, merging and erasing, [Relationships], [Agreements], [Histories].
//   - The work: [Meetings] and how they close ([Closing]), [Agendas], [Questions], [Actions], [Notes], [Goals], [Skills],
//     [Checklists].
//   - When: [SeriesBook] with its rhythm, its changes from a date on (seriesfrom.go) and its clashes, [Planning] a meeting, the
//     slots that are free for all ([FreeTimes]), [BusyTimes], [TimeOff], [Reminder], quiet hours and caps, clocks that shift.
//   - Out: [Invitations] makes messages and keeps each as a dispatch. What a message is about is a matter (seriesinvite.go),
//     what a guest has of it [GuestStanding], what they are owed Owed (owed.go), which answers outlive a new version
//     stands.go, and the file that other programs watch feed.go.
//   - In: [CalendarFiles] plans what a file would do, event by event (calendarplan.go, then calendarsteps.go; the rules
//     each in a file calendar*.go of its own), and then does just that. [Replies] holds what guests say, counter.go what they ask for.
//   - On show: [Today] and [MenteeDay], [Calendar] and [Year], [Overview], [Directory], search, and [Veil] for who looks on.
//   - Handed on: [Releases], [Reports], tables in ([Tables]), the whole workspace out and in ([Exchange]).
package planner
