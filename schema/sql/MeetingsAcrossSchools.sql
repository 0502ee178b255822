-- MeetingsAcrossSchools, asked as school-admin: answered by batches, not by statement (on record: MeetingReply)

-- Meeting.replies
select
  _parent.id,
  _found.*
from
  "meeting" _parent
  left join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              hst.student_id
            from
              household_student hst
            where
              hst.household_id = _row.household_id
          ) pupil (id)
      ) as v0,
      _row."answer" as v1,
      _row."attendee_count" as v2,
      _row."id" as v3
    from
      "meeting_reply" _row
    where
      (
        _row."meeting_id" = _parent.id
        and (
          (
            _parent.organiser_id = $1::uuid
            and _parent.school_id = any ($2::uuid[])
          )
          or _parent.school_id = any ($3::uuid[])
        )
        and _row.superseded_at is null
      )
    order by
      _row."replied_at" desc,
      _row."id" desc
    limit
      $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v3 is not null
      or (
        (
          (
            _parent.organiser_id = $1::uuid
            and _parent.school_id = any ($2::uuid[])
          )
          or _parent.school_id = any ($3::uuid[])
        )
      ) is not true
    )
  );

-- Query.schools
select
  _row."code" as v0,
  _row."id" as v1,
  _row."name" as v2
from
  "school" _row
where
  true
order by
  _row."code" asc,
  _row."id" asc
limit
  $1::int;

-- School.classes
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."id" as v0,
      _row."name" as v1,
      _row."number" as v2
    from
      "school_class" _row
    where
      (
        _row."school_id" = _key.id
        and _row.school_id = any ($2::uuid[])
      )
    order by
      _row."school_year_id" desc,
      _row."grade_id" asc,
      _row."number" asc,
      _row."id" asc
    limit
      $3::int
  ) _found;

-- SchoolClass.meetings
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."id" as v0,
      _row."starts_at" as v1,
      _row."title" as v2
    from
      "meeting_class" _link
      join "meeting" _row on _row.id = _link."meeting_id"
    where
      (
        _link."school_class_id" = _key.id
        and (
          (
            _row.organiser_id = $2::uuid
            and _row.school_id = any ($3::uuid[])
          )
          or _row.school_id = any ($4::uuid[])
        )
      )
    order by
      _row."starts_at" desc,
      _row."id" desc
    limit
      $5::int
  ) _found;

-- the number of Meeting.attendingReplyCount
select
  _parent.id,
  _found.*
from
  "meeting" _parent
  cross join lateral (
    select
      case
        when (
          (
            (
              _parent.organiser_id = $1::uuid
              and _parent.school_id = any ($2::uuid[])
            )
            or _parent.school_id = any ($3::uuid[])
          )
        ) is not true then null
        else count(*)::int
      end as n
    from
      "meeting_reply" _row
    where
      (
        _row."meeting_id" = _parent.id
        and (
          (
            _parent.organiser_id = $1::uuid
            and _parent.school_id = any ($2::uuid[])
          )
          or _parent.school_id = any ($3::uuid[])
        )
        and _row.superseded_at is null
        and _row.answer = 'ATTENDING'
      )
  ) _found
where
  _parent.id = any ($4::uuid[]);
