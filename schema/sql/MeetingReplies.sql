-- MeetingReplies, asked as school-admin: answered by batches, not by statement (on record: MeetingReply)

-- Household
select
  (
    select
      coalesce(json_agg(pupil.id), '[]')
    from
      (
        select
          stu.id
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and (
            stu.school_id = any ($1::uuid[])
            or exists (
              select
                1
              from
                class_membership m
              where
                m.student_id = stu.id
                and m.school_class_id = any ($2::uuid[])
                and m.status = 'ACTIVE'
            )
          )
      ) pupil (id)
  ) as v0,
  _row."id" as v1,
  (
    coalesce(
      (
        select
          string_agg(
            stu.name,
            '、'
            order by
              stu.id
          )
        from
          household_student hst
          join student stu on stu.id = hst.student_id
        where
          hst.household_id = _row.id
          and stu.school_id = any ($1::uuid[])
      ) || '家',
      '家庭'
    )
  ) as v2
from
  "household" _row
where
  (
    _row.id = any ($3::uuid[])
    and exists (
      select
        1
      from
        household_student hs
        join student s on s.id = hs.student_id
      where
        hs.household_id = _row.id
        and s.school_id = any ($1::uuid[])
    )
  );

-- Household.guardians
select
  _parent.id,
  _found.*
from
  "household" _parent
  cross join lateral (
    select
      (
        select
          coalesce(json_agg(pupil.id), '[]')
        from
          (
            select
              stu.id
            from
              guardianship tie
              join student stu on stu.id = tie.student_id
            where
              tie.guardian_id = _row.id
              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select
                    1
                  from
                    class_membership m
                  where
                    m.student_id = stu.id
                    and m.school_class_id = any ($2::uuid[])
                    and m.status = 'ACTIVE'
                )
              )
          ) pupil (id)
      ) as v0,
      _row."id" as v1,
      (
        select
          json_build_array(p.name, p.phone)
        from
          person p
        where
          p.id = _row.person_id
      ) as v2
    from
      "household_guardian" _link
      join "guardian" _row on _row.id = _link."guardian_id"
    where
      (
        _link."household_id" = _parent.id
        and exists (
          select
            1
          from
            guardianship g
            join student s on s.id = g.student_id
          where
            g.guardian_id = _row.id
            and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
            and s.school_id = any ($1::uuid[])
        )
      )
    order by
      _row."created_at" asc,
      _row."id" asc
    limit
      $3::int
  ) _found
where
  _parent.id = any ($4::uuid[]);

-- Meeting
select
  _row."ends_at" as v0,
  _row."id" as v1,
  _row."kind" as v2,
  _row."place" as v3,
  _row."scope" as v4,
  _row."starts_at" as v5,
  _row."status" as v6,
  _row."title" as v7
from
  "meeting" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.organiser_id = $2::uuid
        and _row.school_id = any ($3::uuid[])
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

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
      _row."household_id" as v3,
      _row."id" as v4,
      _row."replied_at" as v5
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
      _found.v4 is not null
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
