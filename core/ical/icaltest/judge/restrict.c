/* Reads iCalendar files with libical and checks them against its table of what RFC 5546 allows in a message
 * of each METHOD. Prints what is wrong, one finding a line after the file's name; the exit status is 1 then. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static char *slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *b = NULL;
	size_t have = 0, got;

	if (!f)
		return NULL;
	do {
		b = realloc(b, have + 65537);
		if (!b)
			exit(2);
		got = fread(b + have, 1, 65536, f);
		have += got;
	} while (got > 0);
	b[have] = 0;
	fclose(f);
	return b;
}

static int report(const char *path, icalcomponent *c)
{
	int n = 0;
	icalproperty *p;
	icalcomponent *child;

	for (p = icalcomponent_get_first_property(c, ICAL_XLICERROR_PROPERTY); p;
	     p = icalcomponent_get_next_property(c, ICAL_XLICERROR_PROPERTY)) {
		printf("%s: %s\n", path, icalproperty_get_xlicerror(p));
		n++;
	}
	for (child = icalcomponent_get_first_component(c, ICAL_ANY_COMPONENT); child;
	     child = icalcomponent_get_next_component(c, ICAL_ANY_COMPONENT))
		n += report(path, child);
	return n;
}

static int judge(const char *path)
{
	char *text = slurp(path);
	icalcomponent *c;
	int ok, n;

	if (!text) {
		printf("%s: cannot be read\n", path);
		return 1;
	}
	c = icalparser_parse_string(text);
	free(text);
	if (!c || icalcomponent_isa(c) != ICAL_VCALENDAR_COMPONENT) {
		printf("%s: not one VCALENDAR\n", path);
		return 1;
	}
	ok = icalrestriction_check(c);
	n = report(path, c);
	if (!n && (!ok || icalcomponent_count_errors(c))) {
		printf("%s: refused without a reason\n", path);
		n++;
	}
	icalcomponent_free(c);
	return n > 0;
}

int main(int argc, char **argv)
{
	int i, bad = 0;

	for (i = 1; i < argc; i++)
		bad |= judge(argv[i]);
	return bad;
}
