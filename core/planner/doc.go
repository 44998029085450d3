// Package planner holds the use-cases of Mentorbook: everything that a person can do with a workspace, from
// the window and from the command line alike.
//
// There is one way to write. A use-case validates, makes all its changes in one transaction of the Store
// together with a journal entry (a ChangeSet), and tells its listeners after the commit. Undo, redo and the
// history of a record come from the journal. What the planner needs done elsewhere it declares as ports.
package planner
