package relationship

import (
	"testing"

	"mentorbook/core"
	"mentorbook/ui/forms"
	"mentorbook/ui/kit"
)

// Of several of one name each has beside it what tells them apart: their address where they work nowhere, or at the same place.
func TestPeopleOfOneNameAreToldApart(t *testing.T) {
	person := func(n byte, name, firm string, emails ...string) *core.Person {
		return &core.Person{Head: core.Head{ID: core.ID{n}}, Name: name, Organisation: firm, Emails: emails}
	}
	people := []*core.Person{
		person(1, "Bob Stone", "Stone Ltd", "bob@stone.example"), person(2, "Bob Stone", "", "stone@home.example"),
		person(3, "Eve Reed", "Kijani", "eve@kijani.example"), person(4, "Eve Reed", "Kijani", "reed@kijani.example"),
		person(5, "Ida Moss", "Lind & Co", "ida@lind.example"), person(6, "Kit Fox", "", "kit@fox.example"),
	}
	want := map[string]string{
		people[0].ID.String(): "Stone Ltd", people[1].ID.String(): "stone@home.example",
		people[2].ID.String(): "Kijani · eve@kijani.example", people[3].ID.String(): "Kijani · reed@kijani.example",
		people[4].ID.String(): "Lind & Co", people[5].ID.String(): "",
	}
	var found []kit.ComboItem
	for _, typed := range []string{"bob", "eve", "ida", "kit"} {
		found = append(found, findPeople(people, typed, core.ID{9}, forms.Offering{})...)
	}
	if len(found) != len(people) {
		t.Fatalf("found are %v", found)
	}
	for _, item := range found {
		if item.Caption != want[item.Key] {
			t.Errorf("beside %s stands %q, not %q", item.Text, item.Caption, want[item.Key])
		}
	}
}
