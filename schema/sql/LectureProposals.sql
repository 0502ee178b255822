-- LectureProposals, asked as school-admin: answered by batches, not by statement (on record: Guardian)

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

-- School
select
  _row."id" as v0
from
  "school" _row
where
  _row.id = any ($1::uuid[]);

-- School.parentLectures
select
  _parent.id,
  _found.*
from
  "school" _parent
  left join lateral (
    select
      _row."decided_at" as v0,
      _row."decided_by_id" as v1,
      _row."duration_minutes" as v2,
      _row."guardian_id" as v3,
      _row."id" as v4,
      _row."outline" as v5,
      _row."preferred_times" as v6,
      _row."proposed_at" as v7,
      _row."reason" as v8,
      _row."school_class_id" as v9,
      _row."shift_id" as v10,
      _row."status" as v11,
      _row."title" as v12,
      (
        json_build_object(
          'status',
          _row.status,
          'own',
          _row.guardian_id is not distinct from $1::uuid,
          'decides',
          coalesce(
            (
              select
                cls.school_id = any ($2::uuid[])
              from
                school_class cls
              where
                cls.id = _row.school_class_id
            ),
            false
          ),
          'startsAt',
          (
            select
              sft.starts_at
            from
              shift sft
            where
              sft.id = _row.shift_id
          )
        )
      ) as v13
    from
      "parent_lecture" _row
    where
      (
        _row.school_class_id in (
          select
            cls.id
          from
            school_class cls
          where
            cls.school_id = _parent.id
        )
        and (
          (
            select
              cls.school_id = any ($2::uuid[])
            from
              school_class cls
            where
              cls.id = _row.school_class_id
          )
          and (
            not _row.status in ('PROPOSED', 'ACCEPTED')
            or not not exists (
              select
                1
              from
                guardianship tie
                join class_membership cms on cms.student_id = tie.student_id
                and cms.status = 'ACTIVE'
              where
                tie.guardian_id = _row.guardian_id
                and tie.status = 'ACTIVE'
                and tie.data_access
                and tie.valid_from <= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                and (
                  tie.valid_to is null
                  or tie.valid_to >= ($3::timestamptz at time zone 'Asia/Shanghai')::date
                )
                and cms.school_class_id = _row.school_class_id
            )
          )
        )
      )
    order by
      _row."proposed_at" desc,
      _row."id" desc
    limit
      $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v4 is not null
      or (_parent.id = any ($2::uuid[])) is not true
    )
  );

-- School.rooms
select
  _key.id,
  _found.*
from
  unnest($1::uuid[]) as _key (id)
  cross join lateral (
    select
      _row."capacity" as v0,
      _row."id" as v1,
      _row."name" as v2
    from
      "room" _row
    where
      (
        _row."school_id" = _key.id
        and _row.school_id = any ($2::uuid[])
      )
    order by
      _row."name" asc,
      _row."id" asc
    limit
      $3::int
  ) _found;

-- SchoolClass
select
  _row."id" as v0,
  _row."name" as v1,
  _row."number" as v2
from
  "school_class" _row
where
  (
    _row.id = any ($1::uuid[])
    and _row.school_id = any ($2::uuid[])
  );

-- Shift
select
  _row."ends_at" as v0,
  _row."id" as v1,
  _row."place" as v2,
  _row."starts_at" as v3,
  _row."status" as v4
from
  "shift" _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or (
            select
              act.organiser_id = $3::uuid
            from
              volunteer_activity act
            where
              act.id = _row.activity_id
          )
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- Staff
select
  _row."id" as v0,
  (
    select
      case
        when (
          _row.id = $1::uuid
          or exists (
            select
              1
            from
              staff_assignment asg
            where
              asg.staff_id = _row.id
              and asg.ended_at is null
              and (
                asg.valid_to is null
                or asg.valid_to >= greatest(asg.valid_from, ($2::timestamptz at time zone 'Asia/Shanghai')::date)
              )
              and asg.school_id = any ($3::uuid[])
          )
        ) then json_build_array(p.name, p.phone)
        else json_build_array(
          coalesce(
            (
              select
                asg.held_as
              from
                staff_assignment asg
              where
                asg.staff_id = _row.id
                and asg.school_id = any ($3::uuid[])
              order by
                asg.valid_to desc nulls first,
                asg.id desc
              limit
                1
            ),
            p.name
          ),
          null
        )
      end
    from
      person p
    where
      p.id = _row.person_id
  ) as v1,
  _row."staff_number" as v2
from
  "staff" _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      _row.id = $1::uuid
      or exists (
        select
          1
        from
          staff_assignment a
        where
          a.staff_id = _row.id
          and a.school_id = any ($3::uuid[])
      )
    )
  );
