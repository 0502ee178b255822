-- VolunteerAdmin, asked as school-admin: answered by resolvers, not by statement (resolver: VolunteeringPolicy.offerMinutes), not by batches (resolver: VolunteeringPolicy.offerMinutes)

-- District
select
  _row."id" as v0,
  (
    select
      array(
        select distinct
          rol.qualification
        from
          shift sft
          join shift_role rol on rol.shift_id = sft.id
        where
          sft.district_id = _row.id
          and sft.starts_at >= $1::date - 365
          and sft.published_at is not null
          and rol.qualification is not null
        order by 1
        limit 100
      )
  ) as v1,
  (
    select
      json_build_object(
        'offerMinutes',
        vop.offer_minutes,
        'noShowLimit',
        vop.no_show_limit,
        'noShowWindowDays',
        vop.no_show_window_days,
        'suspensionDays',
        vop.suspension_days,
        'checkInEarlyMinutes',
        vop.check_in_early_minutes,
        'reportWithinHours',
        vop.report_within_hours
      )
    from volunteering_policy vop
    where vop.district_id = _row.id
  ) as v2
from district _row
where _row.id = any ($2::uuid[]);

-- School
select
  _row."district_id" as v0,
  _row."id" as v1,
  _row."name" as v2
from school _row
where _row.id = any ($1::uuid[]);

-- School
select
  _row."id" as v0,
  _row."name" as v1
from school _row
where _row.id = any ($1::uuid[]);

-- School.currentVolunteerSuspensions
select
  _parent.id,
  _found.*
from
  school _parent
  left join lateral (
    select
      _row."cause" as v0,
      (
        (
          _row.starts_at <= $1::timestamptz
          and _row.ends_at > $1::timestamptz
          and _row.lifted_at is null
        )
      ) as v1,
      _row."decided_by_id" as v2,
      _row."ends_at" as v3,
      _row."id" as v4,
      _row."lift_reason" as v5,
      _row."lifted_at" as v6,
      _row."reason" as v7,
      _row."school_id" as v8,
      _row."starts_at" as v9
    from volunteer_suspension _row
    where
      (
        _row."school_id" = _parent.id
        and (
          _row.person_id = $2::uuid
          or _row.school_id = any ($3::uuid[])
          or (
            _row.school_id is null
            and exists (
              select 1
              from
                guardian gdn
                join guardianship gds on gds.guardian_id = gdn.id
                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                join student std on std.id = gds.student_id
              where
                gdn.person_id = _row.person_id
                and std.school_id in (
                  select unnest($3::uuid[])
                )
            )
          )
        )
        and (
          _row.starts_at <= $1::timestamptz
          and _row.ends_at > $1::timestamptz
          and _row.lifted_at is null
        )
      )
    order by
      _row."starts_at" desc,
      _row."id" desc
    limit $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v4 is not null
      or (_parent.id = any ($3::uuid[])) is not true
    )
  );

-- School.shiftsShortOfVolunteers
select
  _parent.id,
  _found.*
from
  unnest($1::uuid[]) as _parent (id)
  cross join lateral (
    select
      _row."activity_id" as v0,
      (
        select
          json_build_object(
            'taken',
            coalesce(sum(rol.places_taken), 0),
            'capacity',
            coalesce(sum(rol.capacity), 0),
            'shortBy',
            coalesce(sum(greatest(rol.minimum - rol.places_taken, 0)), 0),
            'withheld',
            coalesce(bool_or(false), false)
          )
        from shift_role rol
        where rol.shift_id = _row.id
      ) as v1,
      _row."id" as v2,
      _row."place" as v3,
      _row."starts_at" as v4
    from shift _row
    where
      (
        _row."school_id" = _parent.id
        and (
          (
            _row.school_id = any ($2::uuid[])
            and (
              _row.published_at is not null
              or (
                select act.organiser_id = $3::uuid
                from volunteer_activity act
                where act.id = _row.activity_id
              )
            )
          )
          or _row.school_id = any ($4::uuid[])
        )
        and _row.starts_at >= $5::timestamptz
        and _row.status = 'SCHEDULED'
        and exists (
          select 1
          from shift_role rol
          where
            rol.shift_id = _row.id
            and rol.places_taken < rol.minimum
        )
      )
    order by
      _row."starts_at" asc,
      _row."id" asc
    limit $6::int
  ) _found;

-- School.volunteerSuspensions
select
  _parent.id,
  _found.*
from
  school _parent
  left join lateral (
    select
      _row."cause" as v0,
      (
        (
          _row.starts_at <= $1::timestamptz
          and _row.ends_at > $1::timestamptz
          and _row.lifted_at is null
        )
      ) as v1,
      _row."decided_by_id" as v2,
      _row."ends_at" as v3,
      _row."id" as v4,
      _row."lift_reason" as v5,
      _row."lifted_at" as v6,
      _row."reason" as v7,
      _row."school_id" as v8,
      _row."starts_at" as v9
    from volunteer_suspension _row
    where
      (
        _row."school_id" = _parent.id
        and (
          _row.person_id = $2::uuid
          or _row.school_id = any ($3::uuid[])
          or (
            _row.school_id is null
            and exists (
              select 1
              from
                guardian gdn
                join guardianship gds on gds.guardian_id = gdn.id
                and gds.status in ('PENDING', 'ACTIVE', 'BLOCKED')
                join student std on std.id = gds.student_id
              where
                gdn.person_id = _row.person_id
                and std.school_id in (
                  select unnest($3::uuid[])
                )
            )
          )
        )
      )
    order by
      _row."starts_at" desc,
      _row."id" desc
    limit $4::int
  ) _found on true
where
  (
    _parent.id = any ($5::uuid[])
    and (
      _found.v4 is not null
      or (_parent.id = any ($3::uuid[])) is not true
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
            select 1
            from staff_assignment asg
            where
              asg.staff_id = _row.id
              and asg.ended_at is null
              and (
                asg.valid_to is null
                or asg.valid_to >= greatest(asg.valid_from, $2::date)
              )
              and asg.school_id = any ($3::uuid[])
          )
        ) then json_build_array(p.name, p.phone)
        else json_build_array(
          coalesce(
            (
              select asg.held_as
              from staff_assignment asg
              where
                asg.staff_id = _row.id
                and asg.school_id = any ($3::uuid[])
              order by
                asg.valid_to desc nulls first,
                asg.id desc
              limit 1
            ),
            p.name
          ),
          null
        )
      end
    from person p
    where p.id = _row.person_id
  ) as v1,
  _row."staff_number" as v2
from staff _row
where
  (
    _row.id = any ($4::uuid[])
    and (
      _row.id = $1::uuid
      or exists (
        select 1
        from staff_assignment a
        where
          a.staff_id = _row.id
          and a.school_id = any ($3::uuid[])
      )
    )
  );

-- VolunteerActivity
select
  _row."id" as v0,
  _row."title" as v1
from volunteer_activity _row
where
  (
    _row.id = any ($1::uuid[])
    and (
      (
        _row.school_id = any ($2::uuid[])
        and (
          _row.published_at is not null
          or _row.organiser_id = $3::uuid
        )
      )
      or _row.school_id = any ($4::uuid[])
    )
  );

-- VolunteerSuspension.guardian
select
  _parent.id,
  _found.*
from
  volunteer_suspension _parent
  cross join lateral (
    select
      (
        select coalesce(json_agg(pupil.id), '[]')
        from
          (
            select stu.id
            from
              guardianship tie
              join student stu on stu.id = tie.student_id
            where
              tie.guardian_id = _row.id
              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select 1
                  from class_membership m
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
        select json_build_array(p.name, p.phone, p.phone_verified_at)
        from person p
        where p.id = _row.person_id
      ) as v2
    from guardian _row
    where
      (
        _row.person_id = _parent.person_id
        and exists (
          select 1
          from
            guardianship g
            join student s on s.id = g.student_id
          where
            g.guardian_id = _row.id
            and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
            and s.school_id = any ($1::uuid[])
        )
      )
    limit 1
  ) _found
where _parent.id = any ($3::uuid[]);

-- VolunteerSuspension.guardian
select
  _parent.id,
  _found.*
from
  volunteer_suspension _parent
  cross join lateral (
    select
      (
        select coalesce(json_agg(pupil.id), '[]')
        from
          (
            select stu.id
            from
              guardianship tie
              join student stu on stu.id = tie.student_id
            where
              tie.guardian_id = _row.id
              and tie.status in ('PENDING', 'ACTIVE', 'BLOCKED')
              and (
                stu.school_id = any ($1::uuid[])
                or exists (
                  select 1
                  from class_membership m
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
        select json_build_array(p.name, p.phone, p.phone_verified_at)
        from person p
        where p.id = _row.person_id
      ) as v2
    from guardian _row
    where
      (
        _row.person_id = _parent.person_id
        and exists (
          select 1
          from
            guardianship g
            join student s on s.id = g.student_id
          where
            g.guardian_id = _row.id
            and g.status in ('PENDING', 'ACTIVE', 'BLOCKED')
            and s.school_id = any ($1::uuid[])
        )
      )
    limit 1
  ) _found
where _parent.id = any ($3::uuid[]);
