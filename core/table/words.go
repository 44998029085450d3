package table

import (
	"strings"

	"mentorbook/core"
)

// What people write into a column of statuses, in the form of Key. A word that is in no list is refused rather
// than guessed.
const (
	yesWords = " yes y true 1 x х v да истина д 100 done ok ок готово сделано выполнено выполнена выполнен завершено" +
		" завершена завершен complete completed finished closed закрыто закрыта закрыт сделана сделан исполнено "
	noWords = " no n false 0 нет ложь н open new todo pending inprogress active started notdone notstarted" +
		" planned waiting открыто открыта новое новая вработе впроцессе неготово несделано невыполнено неначато ожидает запланировано активно "
	droppedWords = " dropped cancelled canceled abandoned obsolete wontdo отменено отменена отменен снято снята отказ неактуально неактуальна брошено брошена "

	heldWords      = yesWords + "held happened attended met tookplace состоялась состоялось проведена проведено прошла была "
	plannedWords   = " planned scheduled upcoming confirmed tentative open new запланирована запланировано назначена ожидается предстоит будет план "
	missedWords    = " didnothappen didnottakeplace nothappened notheld no n false 0 нет ложь несостоялась несостоялось сорвалась сорвана "
	otherMissed    = " missed noshow absent didnotcome didnotshow didnotshowup пропущена пропущено непришли непришел непришла неявка неявился неявилась "
	menteeMissed   = " missedbymentee menteenoshow menteeabsent menteedidnotcome ментинепришел ментинепришла подопечныйнепришел пропустилменти пропустиламенти неявкаменти "
	mentorMissed   = " missedbymentor mentornoshow mentorabsent mentordidnotcome менторнепришел менторнепришла наставникнепришел пропустилментор пропустилнаставник неявкаментора неявканаставника "
	cancelledWords = " cancelled canceled calledoff отменена отменено отмена перенесена перенесено postponed rescheduled moved "
	cancelledLate  = " cancelledlate canceledlate latecancellation latecancel позднаяотмена отмененапоздно отмененопоздно "

	agreedWords  = " agreed active inprogress ontrack started doing approved accepted open согласована согласовано вработе впроцессе активна активно принята начата идет "
	draftWords   = " draft new idea proposed planned notstarted todo pending no n false 0 черновик новая новое идея предложена запланирована неначата планируется нет ложь "
	reachedWords = yesWords + "reached achieved met достигнута достигнуто достигли "
)

// statusKey brings a status into the form of Key, the signs of a ticked box and per cents included; "" says
// nothing.
func statusKey(text string) string {
	s := core.CleanLine(text)
	switch strings.TrimSuffix(s, "\uFE0F") {
	case "✓", "✔", "☑", "✅", "+", "[x]", "[X]":
		return "yes"
	case "✗", "✘", "❌", "☐", "[ ]":
		return "no"
	}
	if n, unit, err := parseNumber(s); err == nil && unit == "%" {
		switch {
		case n >= 100:
			return "yes"
		case n > 0:
			return "inprogress"
		}
		return "notstarted"
	}
	return Key(s)
}

func inWords(list, key string) bool { return key != "" && strings.Contains(list, " "+key+" ") }

// badStatus refuses a status of a kind of record; which words stand for its statuses is said in the reader's language.
func badStatus(kind core.Kind, text string) error {
	return core.Fail(core.CodeBadChoice, "value", core.Excerpt(text), "list", string(kind)+"_status")
}

func parseMeetingStatus(text string) (core.MeetingStatus, core.Role, error) {
	switch k := statusKey(text); {
	case k == "":
		return "", "", nil
	case inWords(cancelledLate, k):
		return core.MeetingCancelledLate, "", nil
	case inWords(cancelledWords, k):
		return core.MeetingCancelled, "", nil
	case inWords(menteeMissed, k):
		return core.MeetingMissed, core.RoleMentee, nil
	case inWords(mentorMissed, k):
		return core.MeetingMissed, core.RoleMentor, nil
	case inWords(otherMissed, k): // by the side that is not the table's owner: who that is, the table does not say
		return core.MeetingMissed, "", nil
	case inWords(missedWords, k):
		return core.MeetingMissed, core.RoleBoth, nil
	case inWords(heldWords, k):
		return core.MeetingHeld, "", nil
	case inWords(plannedWords, k):
		return core.MeetingPlanned, "", nil
	}
	return "", "", badStatus(core.KindMeeting, text)
}

func parseGoalStatus(text string) (core.GoalStatus, error) {
	switch k := statusKey(text); {
	case k == "":
		return "", nil
	case inWords(droppedWords, k):
		return core.GoalDropped, nil
	case inWords(reachedWords, k):
		return core.GoalReached, nil
	case inWords(agreedWords, k):
		return core.GoalAgreed, nil
	case inWords(draftWords, k):
		return core.GoalDraft, nil
	}
	return "", badStatus(core.KindGoal, text)
}

func parseActionStatus(text string) (core.ActionStatus, error) {
	switch k := statusKey(text); {
	case k == "":
		return "", nil
	case inWords(droppedWords, k):
		return core.ActionDropped, nil
	case inWords(yesWords, k):
		return core.ActionDone, nil
	case inWords(noWords, k) || inWords(draftWords, k) || inWords(agreedWords, k):
		return core.ActionOpen, nil
	}
	return "", badStatus(core.KindAction, text)
}
