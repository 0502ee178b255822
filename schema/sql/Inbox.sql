-- Inbox, asked as parent: answered by batches, not by statement (abstract type: Notice.about)

-- Meeting
select
  _row."id" as v0
from
  "meeting" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      _row.published_at is not null
      and _row.id = any (
        array(
          select
            inv.meeting_id
          from
            meeting_invitation_student ivs
            join meeting_invitation inv on inv.id = ivs.invitation_id
          where
            ivs.ended_at is null
            and ivs.student_id = any ($2::uuid[])
            and inv.household_id = any ($3::uuid[])
            and inv.status = 'INVITED'
        )
      )
    )
  );

-- Viewer.inbox
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."about_id" as v0,
      _row."about_prefix" as v1,
      (
        (
          _row.names_rest_on is null
          or _row.names_rest_on && $2::text[]
        )
      ) as v2,
      _row."created_at" as v3,
      _row."id" as v4,
      _row."kind" as v5,
      _row."params" as v6,
      _row."read_at" as v7,
      (
        (
          _row.names_rest_on is null
          or _row.names_rest_on && $2::text[]
        )
      ) as v8
    from
      "notice" _row
    where
      (
        _row."person_id" = _key.id
        and (
          _row.person_id = $3::uuid
          and (
            (
              _row.rests_on is null
              or _row.rests_on && $2::text[]
            )
            and (
              _row.shown_until is null
              or _row.shown_until > $4::timestamptz
            )
          )
        )
      )
    order by
      _row."created_at" desc,
      _row."id" desc
    limit
      $5::int
  ) _found;

-- the number of Viewer.unreadNoticeCount
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      count(*)::int as n
    from
      "notice" _row
    where
      (
        _row."person_id" = _key.id
        and (
          _row.person_id = $2::uuid
          and (
            (
              _row.rests_on is null
              or _row.rests_on && $3::text[]
            )
            and (
              _row.shown_until is null
              or _row.shown_until > $4::timestamptz
            )
          )
        )
        and _row.read_at is null
      )
  ) _found;
