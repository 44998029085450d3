package planner

import (
	"cmp"
	"slices"
	"strings"

	"mentorbook/core"
)

// Who invites by an address that nobody here has may well be somebody who is here: whoever takes the file in says who,
// and what they invite to is a meeting that can be answered.

// Host says who it is that invites by an address of which no relationship is known.
type Host struct {
	Person core.ID   // to whom the address is added; zero: whoever has it, else somebody new
	Role   core.Role // theirs, mentor or mentee, in a relationship that begins with it, or in the one that is meant of several; "": they are in one with the owner
	// In which they invite, of several that fit equally well. An address that nobody in it has is that of its only other; zero: the one
	// that fits.
	Relationship core.ID
}

// UnknownHost is somebody who invites the owner, and with whom no relationship is known, or several that fit equally well.
type UnknownHost struct {
	Email  string  `json:"email"`
	Name   string  `json:"name"`            // by which somebody new is known
	Person core.ID `json:"person,omitzero"` // who has the address; zero: nobody
	Count  int     `json:"count"`           // of their invitations
	Ties   []Tie   `json:"ties,omitempty"`  // the relationships that fit equally well: one of them is asked for; none: no relationship is known
}

// Acquaintance is somebody who may be a host.
type Acquaintance struct {
	ID   core.ID
	Name string
	Met  bool  // in a relationship with the owner
	Ties []Tie // the relationships with them and nobody else, where there are several: an invitation may be of each
}

// introduction is a host as an import makes them known.
type introduction struct {
	email  string
	person core.Person // of somebody new, whole; else the id alone
	fresh  bool
	begins *core.Relationship // nil: they are in one
}

// meet makes those known of whom the way of reading says who they are.
func (t *intake) meet() error {
	emails := make([]string, 0, len(t.plan.hosts))
	for email := range t.plan.hosts {
		emails = append(emails, email)
	}
	slices.Sort(emails)
	t.hosts = map[string]Host{}
	for _, email := range emails {
		if err := t.meetOne(email, t.plan.hosts[email]); err != nil {
			return err
		}
	}
	return nil
}

func (t *intake) meetOne(email string, h Host) error {
	if !core.ValidEmail(email) {
		return core.FailField(core.CodeBadEmail, "emails", "value", core.Excerpt(email))
	}
	if t.hosts[core.EmailKey(email)] = h; !h.Relationship.IsZero() {
		return t.meetIn(email, h)
	}
	if h.Person.IsZero() {
		var err error
		if h.Person, err = t.whoHas(email); err != nil {
			return err
		}
	}
	in := introduction{email: email, person: core.Person{Head: core.Head{ID: h.Person}, Name: hostName(core.Party{Name: t.callsItself(email), Email: email})}}
	if in.fresh = h.Person.IsZero(); in.fresh {
		in.person.ID, in.person.Emails, in.person.Zone = t.e.IDs.NewID(), []string{email}, t.invitesFrom(email)
	} else {
		p, err := load[core.Person](t.r, h.Person)
		if err != nil {
			return err
		}
		if p.ID == t.owner.ID {
			return core.FailField(core.CodeBadChoice, "person", "value", p.Name)
		}
		in.person = *p
		if t.addAddress(p.ID, email) {
			if !p.HasEmail(email) {
				t.plan.met = append(t.plan.met, in)
			}
			return nil
		}
	}
	if h.Role != core.RoleMentor && h.Role != core.RoleMentee {
		return core.Fail(core.CodeNotFound, "kind", string(core.KindRelationship), "id", core.Excerpt(in.person.Name))
	}
	in.begins = t.withHost(in.person.ID, h.Role)
	t.rels = append(t.rels, relationshipByMail{rel: in.begins, name: in.person.Name, others: [][]string{{core.EmailKey(email)}}})
	t.plan.people[in.begins.ID] = []*core.Person{&in.person}
	t.plan.met = append(t.plan.met, in)
	return nil
}

// whoHas gives the one person who has an address, of several the one whom the owner meets; zero for nobody. Its error has
// CodeAmbiguous where that may be any of several.
func (t *intake) whoHas(email string) (core.ID, error) {
	var all, met []core.ID
	for p, err := range every[core.Person](t.r) {
		if err != nil {
			return core.ID{}, err
		}
		if !p.HasEmail(email) {
			continue
		}
		all = append(all, p.ID)
		if slices.ContainsFunc(t.rels, func(one relationshipByMail) bool { return slices.Contains(one.rel.Others(t.owner.ID), p.ID) }) {
			met = append(met, p.ID)
		}
	}
	if len(met) > 0 {
		all = met
	}
	switch len(all) {
	case 0:
		return core.ID{}, nil
	case 1:
		return all[0], nil
	}
	return core.ID{}, core.Fail(core.CodeAmbiguous, "id", core.Excerpt(email), "n", len(all))
}

// callsItself gives the name that an organizer has in the file; "" for none.
func (t *intake) callsItself(email string) string {
	for ev := range t.plan.batch.Events {
		if ev.Organizer.Name != "" && core.EmailKey(ev.Organizer.Email) == core.EmailKey(email) {
			return ev.Organizer.Name
		}
	}
	return ""
}

// invitesFrom gives the zone by whose clock an organizer plans in the file; "" where it names none, or UTC alone.
func (t *intake) invitesFrom(email string) core.Zone {
	for ev := range t.plan.batch.Events {
		if core.EmailKey(ev.Organizer.Email) == core.EmailKey(email) && ev.Zone != "" && ev.Zone != "UTC" {
			return ev.Zone
		}
	}
	return ""
}

// addAddress lets an address tell of somebody's relationships; false where they are in none.
func (t *intake) addAddress(person core.ID, email string) (met bool) {
	for i := range t.rels {
		for j, id := range t.rels[i].rel.Others(t.owner.ID) {
			if id == person {
				t.rels[i].others[j] = append(t.rels[i].others[j], core.EmailKey(email))
				met = true
			}
		}
	}
	return met
}

// withHost makes the relationship that begins with an invitation.
func (t *intake) withHost(person core.ID, role core.Role) *core.Relationship {
	own := core.RoleMentor
	if role == core.RoleMentor {
		own = core.RoleMentee
	}
	return &core.Relationship{
		Head: core.Head{ID: t.e.IDs.NewID()}, Format: core.FormatIndividual, Duration: core.DurationMedium, Specialisation: core.SpecProfessional,
		Participants: []core.Participant{{Person: t.owner.ID, Role: own}, {Person: person, Role: role}},
	}
}

// ask notes who invites and is not known, each once, and in which relationships they may.
func (t *intake) ask(ev *core.CalendarEvent) {
	p, key := t.plan, core.EmailKey(ev.Organizer.Email)
	at := slices.IndexFunc(p.Unknown, func(one UnknownHost) bool { return core.EmailKey(one.Email) == key })
	if at < 0 {
		at = len(p.Unknown)
		p.Unknown = append(p.Unknown, UnknownHost{Email: ev.Organizer.Email, Name: hostName(ev.Organizer)})
	}
	p.Unknown[at].Count++
	p.Unknown[at].tie(t.several(ev))
}

// hostName gives the name of an organizer: as they call themselves, else what stands before the @.
func hostName(p core.Party) string {
	if name := core.CleanLine(p.Name); name != "" && !strings.Contains(name, "@") {
		return clip(name, core.MaxName)
	}
	name, _, _ := strings.Cut(p.Email, "@")
	return cmp.Or(core.CleanLine(name), p.Email)
}

// acquaint finds who the unknown hosts of a plan may be: those whom the owner meets come first.
func (t *intake) acquaint() error {
	if len(t.plan.Unknown) == 0 {
		return nil
	}
	met := map[core.ID]bool{}
	for _, one := range t.rels {
		for _, id := range one.rel.Others(t.owner.ID) {
			met[id] = true
		}
	}
	for p, err := range every[core.Person](t.r) {
		if err != nil {
			return err
		}
		if p.ID == t.owner.ID {
			continue
		}
		t.plan.Known = append(t.plan.Known, Acquaintance{p.ID, p.Name, met[p.ID], t.tiesWith(p.ID)})
		for i := range t.plan.Unknown {
			if one := &t.plan.Unknown[i]; one.Person.IsZero() && p.HasEmail(one.Email) {
				one.Person = p.ID
			}
		}
	}
	slices.SortStableFunc(t.plan.Known, func(a, b Acquaintance) int {
		if a.Met != b.Met {
			if a.Met {
				return -1
			}
			return 1
		}
		return strings.Compare(a.Name, b.Name)
	})
	return nil
}

// introduce keeps who the hosts are whose meetings a plan brings in, before those.
func (p *CalendarPlan) introduce(u *unit) error {
	for _, in := range p.met {
		if !p.hosted(in.email) {
			continue
		}
		if err := in.keep(u); err != nil {
			return err
		}
	}
	return nil
}

// hosted tells whether a plan brings in a meeting of a host.
func (p *CalendarPlan) hosted(email string) bool {
	return slices.ContainsFunc(p.Steps, func(s CalendarStep) bool {
		return (s.Does == CalendarNew || s.Does == CalendarChanged) && s.As != core.KindBusy && core.EmailKey(s.From) == core.EmailKey(email)
	})
}

func (in introduction) keep(u *unit) error {
	person := in.person
	if !in.fresh {
		p, err := load[core.Person](u, in.person.ID)
		if err != nil {
			return err
		}
		person = *p
	}
	if in.fresh || !person.HasEmail(in.email) {
		if !in.fresh {
			person.Emails = append(slices.Clone(person.Emails), in.email)
		}
		if err := u.put(&person); err != nil {
			return err
		}
	}
	if in.begins == nil {
		return nil
	}
	rel := *in.begins
	return Relationships{u.e}.begin(u, &rel, map[string]string{})
}
