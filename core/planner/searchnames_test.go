package planner_test

import (
	"slices"
	"testing"

	"mentorbook/core/planner"
)

// A list is sifted by what was typed in any order, form and case, on whichever layout, also with a slip in a name; what is found
// as it was typed hides what would be found otherwise.
func TestAListIsSifted(t *testing.T) {
	list := [][2]string{{"Первая неделя", "Амина\nПозвонить наставнице"}, {"Preparing a talk", "Amina\nRehearsal with a friend"}, {"Отчёт о поездке", "Семён\nПрезентация"}, {"Talks", ""}}
	for typed, want := range map[string][]int{
		"":              {0, 1, 2, 3},
		" … ":           {0, 1, 2, 3},
		"неделю первую": {0},
		"отчет":         {2},
		"СЕМЕН":         {2},
		"amina talk":    {1},
		"talk":          {1, 3},
		"friend talks":  {1},
		"презентации":   {2},
		"gthdfz":        {0},
		"preparign":     {1},
		"rehersal":      nil, // with a slip, and in no name
		"talk семён":    nil,
		"ehearsal":      nil, // no word begins so
	} {
		got := planner.Sift(typed, []int{0, 1, 2, 3}, func(i int) (name, others string) { return list[i][0], list[i][1] })
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %v, want %v", typed, got, want)
		}
	}
}
