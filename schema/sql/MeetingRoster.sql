-- MeetingRoster, asked as school-admin: answered by batches, not by statement (on record: Household)

-- Guardian
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
  "guardian" _row
where
  (
    _row.id = any ($3::uuid[])
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
  );

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
  _row."capacity" as v0,
  _row."ends_at" as v1,
  _row."id" as v2,
  _row."kind" as v3,
  _row."place" as v4,
  _row."reply_by" as v5,
  (
    select
      count(*)::int
    from
      meeting_invitation each
    where
      (
        each.meeting_id = _row.id
        and each.status = 'INVITED'
        and (
          (
            select
              (
                mtg.organiser_id = $1::uuid
                and mtg.school_id = any ($2::uuid[])
              )
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
          or (
            select
              mtg.school_id = any ($3::uuid[])
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
        )
      )
  ) as v6,
  (
    select
      count(*)::int
    from
      meeting_invitation each
    where
      (
        each.meeting_id = _row.id
        and each.status = 'INVITED'
        and (
          (
            select
              (
                mtg.organiser_id = $1::uuid
                and mtg.school_id = any ($2::uuid[])
              )
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
          or (
            select
              mtg.school_id = any ($3::uuid[])
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
        )
        and (
          (
            (
              select
                (
                  mtg.organiser_id = $1::uuid
                  and mtg.school_id = any ($2::uuid[])
                )
              from
                meeting mtg
              where
                mtg.id = each.meeting_id
            )
            or (
              select
                mtg.school_id = any ($3::uuid[])
              from
                meeting mtg
              where
                mtg.id = each.meeting_id
            )
          )
        ) is not true
      )
  ) as v7,
  (
    (
      (
        _row.organiser_id = $1::uuid
        and _row.school_id = any ($2::uuid[])
      )
      or _row.school_id = any ($3::uuid[])
    )
  ) as v8,
  (false) as v9,
  (
    select
      count(*)::int
    from
      meeting_reply each
    where
      (
        each.meeting_id = _row.id
        and each.superseded_at is null
        and (
          (
            select
              (
                mtg.organiser_id = $1::uuid
                and mtg.school_id = any ($2::uuid[])
              )
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
          or (
            select
              mtg.school_id = any ($3::uuid[])
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
        )
      )
  ) as v10,
  (
    select
      count(*)::int
    from
      meeting_reply each
    where
      (
        each.meeting_id = _row.id
        and each.superseded_at is null
        and (
          (
            select
              (
                mtg.organiser_id = $1::uuid
                and mtg.school_id = any ($2::uuid[])
              )
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
          or (
            select
              mtg.school_id = any ($3::uuid[])
            from
              meeting mtg
            where
              mtg.id = each.meeting_id
          )
        )
        and (
          (
            (
              select
                (
                  mtg.organiser_id = $1::uuid
                  and mtg.school_id = any ($2::uuid[])
                )
              from
                meeting mtg
              where
                mtg.id = each.meeting_id
            )
            or (
              select
                mtg.school_id = any ($3::uuid[])
              from
                meeting mtg
              where
                mtg.id = each.meeting_id
            )
          )
        ) is not true
      )
  ) as v11,
  _row."scope" as v12,
  _row."starts_at" as v13,
  _row."status" as v14,
  _row."title" as v15
from
  "meeting" _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      (
        _row.organiser_id = $1::uuid
        and _row.school_id = any ($2::uuid[])
      )
      or _row.school_id = any ($3::uuid[])
    )
  );

-- Meeting.invitations
select
  _parent.id,
  _found.*
from
  "meeting" _parent
  left join lateral (
    select
      _row."household_id" as v0,
      _row."id" as v1,
      _row."invited_at" as v2,
      _row."status" as v3
    from
      "meeting_invitation" _row
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
      )
    order by
      _row."invited_at" desc,
      _row."id" desc
    limit
      $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v1 is not null
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

-- MeetingInvitation.currentReply
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
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
      _row."guardian_id" as v3,
      _row."id" as v4,
      _row."note" as v5,
      _row."replied_at" as v6
    from
      "meeting_reply" _row
    where
      (
        _row."invitation_id" = _key.id
        and (
          (
            select
              (
                mtg.organiser_id = $2::uuid
                and mtg.school_id = any ($3::uuid[])
              )
            from
              meeting mtg
            where
              mtg.id = _row.meeting_id
          )
          or (
            select
              mtg.school_id = any ($4::uuid[])
            from
              meeting mtg
            where
              mtg.id = _row.meeting_id
          )
        )
        and _row.superseded_at is null
      )
    limit
      1
  ) _found;

-- MeetingReply.attendingGuardians
select
  _parent.id,
  _found.*
from
  "meeting_reply" _parent
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
      "meeting_reply_guardian" _link
      join "guardian" _row on _row.id = _link."guardian_id"
    where
      (
        (
          _link."reply_id" = _parent.id
          and (
            select
              rpl.superseded_at is not null
              or mtg.ends_at <= $3::timestamptz
              or exists (
                select
                  1
                from
                  meeting_invitation_student ivs
                where
                  ivs.invitation_id = rpl.invitation_id
                  and ivs.ended_at is null
                  and ivs.student_id = any (
                    array(
                      select
                        tie.student_id
                      from
                        guardianship tie
                      where
                        tie.guardian_id = _link.guardian_id
                        and tie.status = 'ACTIVE'
                        and tie.data_access
                        and tie.valid_from <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                        and (
                          tie.valid_to is null
                          or tie.valid_to >= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                        )
                    )
                  )
              )
            from
              meeting_reply rpl
              join meeting mtg on mtg.id = rpl.meeting_id
            where
              rpl.id = _link.reply_id
          )
        )
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
      $4::int
  ) _found
where
  _parent.id = any ($5::uuid[]);

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

-- the number of Meeting.invitedHouseholdCount
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
      "meeting_invitation" _row
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
        and _row.status = 'INVITED'
      )
  ) _found
where
  _parent.id = any ($4::uuid[]);

-- the number of Meeting.repliedHouseholdCount
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
      )
  ) _found
where
  _parent.id = any ($4::uuid[]);
