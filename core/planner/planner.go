package planner

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"mentorbook/core"
)

// Ports is what a planner needs done for it. Store, Clock and IDs are always needed; a nil Inviter, Reporter,
// Contacts, Calendars, Tables or Files refuses the use-cases that call for it.
type Ports struct {
	Store     Store
	Clock     Clock
	IDs       IDs
	Device    core.Device
	Inviter   Inviter
	Reporter  Reporter
	Contacts  Contacts
	Calendars Calendars
	Tables    TableReader
	Files     Files
	Lean      func(room int64) (end func()) // keeps memory down, in work that takes so many octets more; may be nil

	// Apart says in a language what tells a relationship from others of its name; with nil, names are not told apart.
	Apart    func(core.Language, core.Apart) string
	Language core.Language // of Apart, until Speak settles another
}

// Planner is all use-cases over one workspace, a small service for each concept.
type Planner struct {
	*engine

	Workspace     Workspaces
	People        People
	Relationships Relationships
	Meetings      Meetings
	Series        SeriesBook
	Busy          BusyTimes
	Agendas       Agendas
	Invitations   Invitations
	Notes         Notes
	Drafts        Drafts
	Questions     Questions
	Actions       Actions
	Goals         Goals
	Skills        Skills
	Checklists    Checklists
	Releases      Releases
	Agreements    Agreements
	Reports       Reports
	History       Histories
	CalendarFiles CalendarFiles
	Replies       Replies
	Exchange      Exchange
	Tables        Tables
}

// New wires the use-cases. Call Recover once before anything else, when the Store may be written.
func New(ports Ports) *Planner {
	e := &engine{Ports: ports, listeners: map[int]func(Event){}, turn: make(chan struct{}, 1)}
	e.Speak(ports.Language)
	return &Planner{
		engine:    e,
		Workspace: Workspaces{e}, People: People{e}, Relationships: Relationships{e}, Meetings: Meetings{e},
		Series: SeriesBook{e}, Busy: BusyTimes{e},
		Agendas: Agendas{e}, Invitations: Invitations{e}, Notes: Notes{e}, Drafts: Drafts{e}, Questions: Questions{e},
		Actions: Actions{e}, Goals: Goals{e}, Skills: Skills{e}, Checklists: Checklists{e},
		Releases: Releases{e}, Agreements: Agreements{e}, Reports: Reports{e}, History: Histories{e},
		CalendarFiles: CalendarFiles{e}, Replies: Replies{e}, Exchange: Exchange{e}, Tables: Tables{e},
	}
}

// engine is what every service stands on: the ports, the one way to write, and the listeners.
type engine struct {
	Ports

	mu        sync.Mutex
	listeners map[int]func(Event)
	nextID    int
	turn      chan struct{}                 // holds one while a step or a group is being written: see update
	ownerZone atomic.Pointer[time.Location] // of the last step; nil where it may have changed

	spoken atomic.Value               // a core.Language: of what tells names apart
	naming atomic.Bool                // a step has written what names are made of
	named  atomic.Uint64              // how often names have changed
	apart  atomic.Pointer[apartTable] // of the last view that asked; nil before
}

// lean begins what keeps memory down in work that takes so many octets more, and gives what ends it.
func (e *engine) lean(room int64) (end func()) {
	if e.Lean == nil {
		return func() {}
	}
	return e.Lean(room)
}

// Event tells that a step was committed.
type Event struct {
	Step  core.ID // the ChangeSet, or the group
	Title Title
	Args  map[string]string
	Refs  []core.Ref // what changed; nil after bulk work: anything may have
	Undo  bool       // the step took another back, or did it again
}

// Listen calls f after every committed step, on the goroutine that made it, until stop is called.
func (e *engine) Listen(f func(Event)) (stop func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	id := e.nextID
	e.nextID++
	e.listeners[id] = f
	return func() {
		e.mu.Lock()
		defer e.mu.Unlock()
		delete(e.listeners, id)
	}
}

func (e *engine) tell(ev Event) {
	e.mu.Lock()
	all := make([]func(Event), 0, len(e.listeners))
	for _, f := range e.listeners {
		all = append(all, f)
	}
	e.mu.Unlock()
	for _, f := range all {
		f(ev)
	}
}

// do is the one way to write: all that step changes, its journal entry and the undo list, in one transaction;
// then the event. A step that changed nothing leaves no entry and gives the zero id.
func (e *engine) do(ctx context.Context, title Title, args map[string]string, step func(*unit) error) (core.ID, error) {
	return e.write(ctx, title, args, true, step)
}

// doForGood is do for a step that can't be taken back, since the world has seen it.
func (e *engine) doForGood(ctx context.Context, title Title, args map[string]string, step func(*unit) error) (core.ID, error) {
	return e.write(ctx, title, args, false, step)
}

func (e *engine) write(ctx context.Context, title Title, args map[string]string, undoable bool, step func(*unit) error) (core.ID, error) {
	var cs *ChangeSet
	err := e.update(ctx, func(w Writer) error {
		u, err := e.newUnit(w)
		if err != nil {
			return err
		}
		if err := step(u); err != nil {
			return err
		}
		if cs = u.changeSet(title, args); len(cs.Changes) == 0 {
			cs = nil
			return nil
		}
		if err := u.finish(cs); err != nil || !undoable {
			return err
		}
		return pushUndo(w, entryStep(cs.ID))
	})
	if err != nil || cs == nil {
		return core.ID{}, err
	}
	e.tell(Event{Step: cs.ID, Title: cs.Title, Args: args, Refs: cs.refs()})
	return cs.ID, nil
}

// update runs the transaction of one step, once no bulk work is under way: that may still be rolled back, and what is written
// in its midst could change, or name, what goes then.
func (e *engine) update(ctx context.Context, write func(Writer) error) error {
	done, err := e.take(ctx)
	if err != nil {
		return err
	}
	defer done()
	return e.commit(ctx, write)
}

// commit runs one transaction, after which names may be others.
func (e *engine) commit(ctx context.Context, write func(Writer) error) error {
	defer e.renamed()
	return e.Store.Update(ctx, write)
}

// take waits for the turn to write. Its error is CodeCancelled where ctx ends first.
func (e *engine) take(ctx context.Context) (done func(), err error) {
	select {
	case e.turn <- struct{}{}:
		return func() { <-e.turn }, nil
	case <-ctx.Done():
		return nil, core.Wrap(core.CodeCancelled, ctx.Err())
	}
}

func (cs *ChangeSet) refs() []core.Ref {
	out := make([]core.Ref, len(cs.Changes))
	for i, c := range cs.Changes {
		out[i] = c.Ref
	}
	return out
}

func (e *engine) now() time.Time { return e.Clock.Now() }

// view reads one state of the workspace and gives what read made of it.
func view[T any](ctx context.Context, e *engine, read func(Reader) (T, error)) (T, error) {
	var out T
	names := e.named.Load()
	err := e.Store.View(ctx, func(r Reader) error {
		r, err := veiledBy(ctx, r)
		if err != nil {
			return err
		}
		if e.Apart != nil {
			r = &telling{Reader: r, e: e, names: names}
		}
		out, err = read(r)
		return err
	})
	return out, err
}
